using System.Text.RegularExpressions;

namespace KapFunctions.Query.Search;

/// <summary>For FTS5: words, <c>"phrases"</c> and <c>prefixes*</c>, all of which a post must have. Everything is quoted, so that
/// nothing a reader types is an operator.</summary>
internal static partial class SearchWords
{
    /// <summary>In UTF-16 units; longer questions are cut off here.</summary>
    private const int MaxLength = 400;

    /// <summary>Further words are ignored.</summary>
    private const int MaxWords = 12;

    /// <summary>Null where nothing in the text can be searched for.</summary>
    public static string? Read(string text)
    {
        var parts = Part()
            .Matches(text.Length > MaxLength ? text[..MaxLength] : text)
            .Select(Expression)
            .OfType<string>()
            .Take(MaxWords)
            .ToList();
        return parts.Count == 0 ? null : string.Join(' ', parts);
    }

    private static string? Expression(Match part)
    {
        var words = part.Groups["phrase"].Success ? part.Groups["phrase"].Value : part.Groups["word"].Value;
        if (!words.Any(char.IsLetterOrDigit))
        {
            return null;
        }

        // A prefix of one letter would be looked up in the whole index.
        var prefix = part.Groups["star"].Success && words.Count(char.IsLetterOrDigit) > 1 ? "*" : "";
        return $"\"{words.Replace("\"", "")}\"{prefix}";
    }

    [GeneratedRegex(
        """
            "(?<phrase>[^"]*)"|(?<word>[^\s"*]+)(?<star>\*)?
            """
    )]
    private static partial Regex Part();
}
