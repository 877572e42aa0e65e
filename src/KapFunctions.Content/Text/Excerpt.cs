using System.Globalization;

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
        var space = text.LastIndexOf(' ', MaxLength);
        return text[..(space > MaxLength / 2 ? space : WholeCharacters(text))].TrimEnd();
    }

    /// <summary>Where the last character that fits ends as readers see characters: with its accents, joined emoji whole.</summary>
    private static int WholeCharacters(string text)
    {
        var end = 0;
        while (StringInfo.GetNextTextElementLength(text, end) is var next && end + next <= MaxLength)
        {
            end += next;
        }
        return end;
    }
}
