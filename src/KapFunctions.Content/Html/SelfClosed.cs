using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace KapFunctions.Content.Html;

/// <summary>Elements that are closed as XML and JSX close them, <c>&lt;video src="a.mp4" /&gt;</c>: in HTML that slash means nothing, and
/// all that follows would be inside.</summary>
internal static partial class SelfClosed
{
    private static readonly FrozenSet<string> Void = FrozenSet.ToFrozenSet(
        "area base br col embed hr img input link meta param source track wbr".Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    public static string Closed(string html) =>
        html.Contains("/>", StringComparison.Ordinal)
            ? Tag()
                .Replace(
                    html,
                    tag =>
                        tag.Groups["name"].Value is var name && Void.Contains(name)
                            ? tag.Value
                            : $"<{name}{tag.Groups["attributes"].Value}></{name}>"
                )
            : html;

    [GeneratedRegex(
        """<(?<name>[A-Za-z][A-Za-z0-9-]*)(?<attributes>(?>(\s+[^\s"'<>/=]+(\s*=\s*("[^"]*"|'[^']*'|\{[^{}]*\}|[^\s"'=<>`]+))?)*))\s*/>""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Tag();
}
