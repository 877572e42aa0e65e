namespace KapFunctions.Content.Settings;

/// <summary>To which of a site's languages a text belongs, and where that one stands. The first stands at the root, each other one
/// below its tag.</summary>
public static class Languages
{
    /// <summary>Every page leads to each of them.</summary>
    public const int Max = 50;

    /// <summary>The one of <paramref name="listed"/> that is <paramref name="tag"/>, else the first of another region: a text in
    /// <c>fr-CA</c> belongs to <c>fr</c>. Null where the site is not written in it.</summary>
    public static string? Find(IReadOnlyList<string> listed, string tag)
    {
        string? near = null;
        foreach (var one in listed)
        {
            if (one.Equals(tag, StringComparison.OrdinalIgnoreCase))
            {
                return one;
            }

            near ??= Primary(one).Equals(Primary(tag), StringComparison.OrdinalIgnoreCase) ? one : null;
        }

        return near;
    }

    /// <summary>In small letters, as all of an address.</summary>
    public static string PrefixOf(string tag) => tag.ToLowerInvariant();

    private static ReadOnlySpan<char> Primary(string tag) =>
        tag.IndexOf('-', StringComparison.Ordinal) is >= 0 and var hyphen ? tag.AsSpan(0, hyphen) : tag;
}
