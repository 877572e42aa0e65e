namespace KapFunctions.Content.Text;

/// <summary>Escapes such as <c>\uD800</c> can make half a character, which no encoding can hold.</summary>
internal static class WellFormed
{
    public static string Text(string text)
    {
        var first = FirstBad(text);
        return first < 0 ? text : Mended(text);
    }

    private static int FirstBad(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (!char.IsSurrogatePair(text, i))
                {
                    return i;
                }
                i++;
            }
            else if (IsUnwanted(text[i]))
            {
                return i;
            }
        }
        return -1;
    }

    private static string Mended(string text)
    {
        var mended = new System.Text.StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || !IsUnwanted((char)rune.Value))
            {
                mended.Append(rune.ToString());
            }
        }
        return mended.ToString();
    }

    private static bool IsUnwanted(char c) => char.IsControl(c) && c is not ('\n' or '\t');
}
