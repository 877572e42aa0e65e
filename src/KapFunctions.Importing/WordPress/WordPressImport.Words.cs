using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace KapFunctions.Importing.WordPress;

/// <summary>What an item says in HTML, or not at all.</summary>
internal sealed partial class WordPressImport
{
    /// <summary>Of a title made of a text, in characters.</summary>
    private const int MaxBeginning = 60;

    /// <summary>A post without a title is known by its first words.</summary>
    private static string BeginningOf(XElement item)
    {
        var text = PlainText(item.Element(Content + "encoded")?.Value) ?? "";
        return text.Length == 0 ? "Untitled"
            : text.Length <= MaxBeginning ? text
            : text[..MaxBeginning].LastIndexOf(' ') is > 0 and var blank ? text[..blank] + " …"
            : text[..MaxBeginning];
    }

    private static string? PlainText(string? html) =>
        html is null ? null
        : Blanks().Replace(WordPressSite.Decoded(Markup().Replace(html, " "))!, " ").Trim() is { Length: > 0 } text
            ? text
        : null;

    /// <summary>The file of a podcast, which a plug-in shows beside the text. WordPress itself lists files that the text names, too.</summary>
    private static string Enclosed(XElement item, string html)
    {
        var file = WordPressSite.MetaOf(item, "enclosure")?.Split('\n')[0].Trim() ?? "";
        var kind = KapFunctions.Content.Links.MediaTypes.Of(file.Split('?')[0])?.Split('/')[0];
        return kind is "audio" or "video" && !html.Contains(file, StringComparison.Ordinal)
            ? $"\n\n<figure><{kind} controls src=\"{WebUtility.HtmlEncode(file)}\"></{kind}></figure>"
            : "";
    }

    private static DateTimeOffset? Published(XElement item) =>
        DateTimeOffset.TryParse(
            item.Element("pubDate")?.Value,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
        && time.Year > 1990
            ? time
            : null;

    [GeneratedRegex("^[ \\t]+", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Indentation();

    [GeneratedRegex(@"\.html?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HtmlEnding();

    [GeneratedRegex(@"<[^<>]*>|\[/?[a-z_]+[^\[\]]*\]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    [GeneratedRegex(@"[\s\u00A0]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
