namespace KapFunctions.Content.Sources;

/// <summary>Where the next version of a post or page lies beside the live one. Nothing below it is content: no reader, list, log or
/// index knows of it.</summary>
public static class NextPaths
{
    /// <summary>What all of them begin with.</summary>
    public const string Prefix = "next/";

    /// <summary>The place of the next version of the post or page at <paramref name="live"/>.</summary>
    public static string Of(string live) => Prefix + live;

    /// <summary>The post or page whose next version lies at <paramref name="path"/>; null for any other path.</summary>
    public static string? LiveOf(string path) =>
        path.StartsWith(Prefix, StringComparison.Ordinal)
        && ContentPaths.KindOf(path[Prefix.Length..]) is ContentKind.Post or ContentKind.Page
            ? path[Prefix.Length..]
            : null;
}
