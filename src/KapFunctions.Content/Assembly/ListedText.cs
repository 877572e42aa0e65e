namespace KapFunctions.Content.Assembly;

/// <summary>The plain text that Ghost's clients get. Search, summaries and counts have no use for the marks of lists, so what is
/// stored has none.</summary>
public static class ListedText
{
    /// <summary>Each block on a line, each item of a list with its mark.</summary>
    /// <param name="html">A finished body.</param>
    /// <param name="plain">Its plain text as it is stored, which is returned where there is no list.</param>
    public static string Of(string html, string plain) =>
        html.Contains("<li", StringComparison.Ordinal) ? HtmlText.WithListMarks(html) : plain;
}
