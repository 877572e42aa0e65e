namespace KapFunctions.Content.FrontMatter;

/// <summary>Lines of <c>Key: value</c> at the top or below the first heading, as Notion exports a page's properties, or in a second
/// head, as a tool writes one that does not know of the first.</summary>
internal static class BodyProperties
{
    private const int MaxLines = 60;

    /// <summary>Each line with its number in the body, counted from 0.</summary>
    public static IEnumerable<(int Line, string Text)> Of(string body)
    {
        var (hasHeading, isFirst) = (false, true);
        var line = -1;
        foreach (var text in Lines(body))
        {
            line++;
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }
            if (!hasHeading && text.TrimStart().StartsWith("# ", StringComparison.Ordinal))
            {
                hasHeading = true;
            }
            else if (HeadLine.Read(text) is { IsKeyed: true })
            {
                yield return (line, text);
            }
            else if (!isFirst || text.TrimEnd() is not ("---" or "+++"))
            {
                yield break;
            }
            isFirst = false;
        }
    }

    /// <summary>The first lines of a text, which may be a long one.</summary>
    internal static IEnumerable<string> Lines(string text)
    {
        for (int at = 0, count = 0; at < text.Length && count < MaxLines; count++)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var found ? found : text.Length;
            yield return text[at..Math.Min(end, at + FrontMatterSplitter.MaxLength)];
            at = end + 1;
        }
    }
}
