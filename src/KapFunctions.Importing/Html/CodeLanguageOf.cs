using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace KapFunctions.Importing.Html;

/// <summary>What a code block is written in, as the highlighters of the last twenty years note it.</summary>
internal static partial class CodeLanguageOf
{
    /// <summary>Null where nothing says so.</summary>
    public static string? Element(IElement pre)
    {
        var code = pre.QuerySelector("code");
        foreach (var element in new[] { code, pre, pre.ParentElement }.OfType<IElement>())
        {
            var named = Named().Match(element.ClassName ?? "").Groups["name"].Value;
            var noted =
                element.GetAttribute("data-language")
                ?? element.GetAttribute("data-lang")
                ?? element.GetAttribute("data-enlighter-language")
                ?? (element.LocalName is "pre" or "code" ? element.GetAttribute("lang") : null);
            if (Valid(named.Length > 0 ? named : noted) is { } language)
            {
                return language;
            }
            if (element == pre && pre.ParentElement?.LocalName is not ("div" or "figure"))
            {
                break;
            }
        }
        return null;
    }

    private static string? Valid(string? name) =>
        name is not null && Whole().IsMatch(name) && name is not ("default" or "generic" or "none" or "plain")
            ? name.ToLowerInvariant()
            : null;

    [GeneratedRegex(
        @"(?<![\w-])(language|lang|highlight-source|brush:|highlight)[-:\s]\s*(?<name>[A-Za-z0-9#+-]{1,20})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Named();

    [GeneratedRegex(@"\A[A-Za-z0-9#+-]{1,20}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
