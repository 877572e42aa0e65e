using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KapFunctions.Content.Links;
using KapFunctions.Content.Redirects;

namespace KapFunctions.Importing.Shared;

/// <summary>Lines of <c>redirects.yaml</c> for lists and the like, whose addresses no post holds.</summary>
internal static partial class RedirectsText
{
    /// <summary>A line is two addresses, and both are bounded; what is beyond the file's bound is told.</summary>
    private const int MaxBytes = RedirectsParser.MaxBytes - 4_096;

    public static string Of(IEnumerable<(string From, string To)> lines, ImportReport report)
    {
        var text = new StringBuilder();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (from, to) in lines)
        {
            if (!known.Add(AddressKey.Of(from)))
            {
                continue;
            }
            if (!Plain().IsMatch(from))
            {
                report.Add(from, "holds signs that no line of redirects.yaml can have, so nothing leads on from it");
            }
            else if (
                known.Count > RedirectsParser.MaxRules
                || Encoding.UTF8.GetByteCount(from + to) + 8 > MaxBytes - text.Length
            )
            {
                report.Add(from, "is beyond what redirects.yaml can hold, so nothing leads on from it");
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"{YamlText.Of(from)}: {YamlText.Of(to)}\n");
            }
        }
        return text.ToString();
    }

    [GeneratedRegex(@"\A/[^*?#^$()\\<>""\s]{0,400}\*?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
