using System.Net;
using System.Text.RegularExpressions;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Generators;

/// <summary>Template code that shows a picture: Hugo's <c>figure</c> and what themes call <c>img</c> or <c>image</c>, Jekyll's
/// includes of that name.</summary>
internal static partial class Pictures
{
    private static readonly string[] Sources = ["src", "url", "image", "image_path", "img", "path", "file", "source"];

    /// <summary>Null where the arguments name no picture.</summary>
    public static string? ToMarkdown(string arguments)
    {
        var named = Argument()
            .Matches(arguments)
            .GroupBy(match => match.Groups["name"].Value.ToLowerInvariant())
            .ToDictionary(group => group.Key, group => group.First().Groups["value"].Value);
        var source = Sources.Select(named.GetValueOrDefault).FirstOrDefault(value => value is { Length: > 0 });
        if (source is null || source.Contains("{{", StringComparison.Ordinal))
        {
            return null;
        }
        var caption = string.Join(
            " ",
            ((string[])["title", "caption", "attr"])
                .Select(named.GetValueOrDefault)
                .Where(text => !string.IsNullOrWhiteSpace(text))
        );
        var alt = named.GetValueOrDefault("alt") ?? caption;
        if (named.GetValueOrDefault("link") is { Length: > 0 } link)
        {
            return Linked(source, alt, caption, link);
        }
        var title = caption.Length == 0 ? "" : $" \"{caption.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        return $"![{InLink(alt)}]({source.Replace(" ", "%20", StringComparison.Ordinal)}{title})";
    }

    private static string Linked(string source, string alt, string caption, string link)
    {
        var picture =
            $"<a href=\"{WebUtility.HtmlEncode(link)}\"><img src=\"{WebUtility.HtmlEncode(source)}\" alt=\"{WebUtility.HtmlEncode(alt)}\"></a>";
        return caption.Length == 0
            ? picture
            : $"<figure>{picture}<figcaption>{WebUtility.HtmlEncode(caption)}</figcaption></figure>";
    }

    private static string InLink(string text) => Bracket().Replace(text, @"\$0");

    [GeneratedRegex(
        @"(?<name>[a-zA-Z_-]+)\s*=\s*(""(?<value>[^""]*)""|'(?<value>[^']*)'|(?<value>[^\s""']+))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Argument();

    [GeneratedRegex(@"[\[\]]", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Bracket();
}
