namespace KapFunctions.Content.FrontMatter;

/// <summary>Indents the later lines of a quoted value: the YAML specification asks for it, but libyaml (Jekyll, GitHub) does
/// not, so many real posts come without.</summary>
internal static class YamlQuotes
{
    public static string Indent(string yaml)
    {
        if (!yaml.Contains(": \"", StringComparison.Ordinal) && !yaml.Contains(": '", StringComparison.Ordinal))
        {
            return yaml;
        }
        string[]? lines = null;
        var all = yaml.Split('\n');
        for (var i = 0; i < all.Length; i++)
        {
            if (OpensQuote(all[i]) is { } quote && EndOfQuote(all, i, quote) is var end && end > i)
            {
                lines ??= all;
                Indent(lines, i + 1, end);
                i = end;
            }
        }
        return lines is null ? yaml : string.Join('\n', lines);
    }

    /// <summary>The quote that a line's value begins with and does not close; null where there is none.</summary>
    public static char? OpensQuote(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        // A comment quotes what it likes, and a key that holds a quote is a value already.
        if (colon < 0 || line.AsSpan(0, colon).IndexOfAny("#\"'") >= 0)
        {
            return null;
        }
        var value = line.AsSpan(colon + 2).Trim();
        return value is ['"' or '\'', ..] && !Closes(value[1..], value[0]) ? value[0] : null;
    }

    /// <summary>The line on which a quoted value ends; -1 where it does not before the next key.</summary>
    public static int EndOfQuote(string[] lines, int start, char quote)
    {
        for (var i = start + 1; i < lines.Length; i++)
        {
            // A quotation mark that was forgotten takes no other key with it.
            if (IsKey(lines[i]))
            {
                return -1;
            }
            if (Closes(lines[i], quote))
            {
                return i;
            }
        }
        return -1;
    }

    public static bool IsKey(string line) =>
        line is [not (' ' or '\t'), ..]
        && HeadLine.Read(line) is { IsKeyed: true, Name: var name }
        && KnownKeys.Contains(name);

    /// <summary>Escapes and doubled quotes do not end the quote.</summary>
    private static bool Closes(ReadOnlySpan<char> text, char quote)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (quote == '"' && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                if (quote != '\'' || i + 1 >= text.Length || text[i + 1] != quote)
                {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static void Indent(string[] lines, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (lines[i].Length > 0 && lines[i][0] is not (' ' or '\t'))
            {
                lines[i] = "  " + lines[i];
            }
        }
    }
}
