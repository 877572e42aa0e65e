using KapFunctions.Content.FrontMatter;

namespace KapFunctions.Content.Metadata;

internal static class AliasPath
{
    private const int MaxLength = 500;

    /// <summary>With a leading slash; of a full address, its path. Null where the text is no address.</summary>
    public static string? Of(string written)
    {
        var text = Fields.OneLine(written);
        if (Uri.TryCreate(text, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https")
        {
            text = absolute!.AbsolutePath;
        }
        var end = text.AsSpan().IndexOfAny('?', '#');
        var path = "/" + (end < 0 ? text : text[..end]).TrimStart('/');
        var isPath =
            path.Length is > 1 and <= MaxLength
            && !path.Any(IsForbidden)
            && !path.Split('/').Any(part => part is "." or "..");
        return isPath ? path : null;
    }

    private static bool IsForbidden(char c) => c is '{' or '}' or '<' or '>' or '"' or '\\' or ':';
}
