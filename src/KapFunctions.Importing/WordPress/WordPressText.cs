using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.WordPress;

/// <summary>From what the database holds to the HTML that the site showed.</summary>
internal static class WordPressText
{
    public static string ToHtml(string text, WordPressPost post)
    {
        var unix = Losses
            .Without(text)
            .ReplaceLineEndings("\n")
            .Replace("<!--nextpage-->", "", StringComparison.Ordinal);
        if (EditorBlocks.AreIn(unix))
        {
            return Shortcodes.Replace(EditorBlocks.ToHtml(unix, post), post);
        }
        return Paragraphs.Of(Shortcodes.Replace(unix, post));
    }
}
