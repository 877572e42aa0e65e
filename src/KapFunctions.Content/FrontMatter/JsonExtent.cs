namespace KapFunctions.Content.FrontMatter;

internal static class JsonExtent
{
    /// <summary>Behind the closing brace of the object that begins at <paramref name="start"/>; -1 where there is none.</summary>
    public static int EndOf(string text, int start)
    {
        var depth = 0;
        var inString = false;
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\' when inString:
                    i++;
                    break;
                case '"':
                    inString = !inString;
                    break;
                case '{' when !inString:
                    depth++;
                    break;
                case '}' when !inString && --depth == 0:
                    return i + 1;
            }
        }
        return -1;
    }
}
