using System.Text;
using System.Text.RegularExpressions;

namespace KapFunctions.Importing.Shared;

/// <summary>Replaces by what takes its time, as a picture that comes from a slow site does: <see cref="Regex.Replace(string,MatchEvaluator)"/>
/// would count that as the pattern's own.</summary>
internal static class Replacement
{
    public static string ReplaceSlowly(this Regex pattern, string text, Func<Match, string> by)
    {
        var replaced = new StringBuilder(text.Length);
        var copied = 0;
        foreach (Match match in pattern.Matches(text))
        {
            replaced.Append(text, copied, match.Index - copied).Append(by(match));
            copied = match.Index + match.Length;
        }
        return replaced.Append(text, copied, text.Length - copied).ToString();
    }
}
