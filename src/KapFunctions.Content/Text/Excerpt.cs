namespace KapFunctions.Content.Text;

internal static class Excerpt
{
    /// <summary>In characters; Ghost's limit.</summary>
    public const int MaxLength = 500;

    public static string Of(string plainText)
    {
        var text = plainText.Length > MaxLength * 4 ? plainText[..(MaxLength * 4)] : plainText;
        text = text.Replace('\n', ' ').Trim();
        if (text.Length <= MaxLength)
        {
            return text;
        }
        var end = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        var space = text.LastIndexOf(' ', end - 1);
        return text[..(space > MaxLength / 2 ? space : end)].TrimEnd();
    }
}
