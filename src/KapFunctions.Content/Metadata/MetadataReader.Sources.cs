using System.Globalization;
using System.Text.RegularExpressions;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Links;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Metadata;

internal sealed partial class MetadataReader
{
    private const int MaxSources = 50;

    private List<Citation> Sources()
    {
        if (fields.Find("sources", "citations", "references") is not { } field)
        {
            return [];
        }
        var items = field.Value is ListValue list ? list.Items : [field.Value];
        var sources = items.Select(Source).OfType<Citation>().ToList();
        if (sources.Count > MaxSources)
        {
            problems.Add(
                ProblemCatalog.FieldTooMany,
                field.At,
                field.Key,
                MaxSources.ToString(CultureInfo.InvariantCulture)
            );
        }
        return sources.Count > MaxSources ? sources[..MaxSources] : sources;
    }

    private Citation? Source(FieldValue value)
    {
        var (title, url) = value switch
        {
            ScalarValue { IsNull: false } scalar => Cited(scalar.Text.Trim()),
            MapValue map => new Fields(map, problems) is var inner
                ? (inner.Text("title", "name"), inner.Text("url", "link", "href", "doi"))
                : default,
            _ => default,
        };
        var address =
            url is not null
            && links.Resolve(
                Doi().Match(url) is { Success: true } doi ? "https://doi.org/" + doi.Groups["doi"].Value : url
            )
                is { Kind: LinkKind.External, Url: { Length: <= MaxText } web }
                ? web
                : null;
        return (title ?? address) is { } shown
            ? new(Limited(Fields.OneLine(shown), "sources", MaxTitle)!, address)
            : null;
    }

    /// <summary>A link, an address, or words with an address behind them.</summary>
    private static (string? Title, string? Url) Cited(string text) =>
        MarkdownLink().Match(text) is { Success: true } link ? (link.Groups["text"].Value, link.Groups["url"].Value)
        : Bare().Match(text) is { Success: true, Groups: var bare } ? (bare["url"].Value, bare["url"].Value)
        : Behind().Match(text) is { Success: true, Groups: var cited }
            ? (cited["text"].Value.TrimEnd(' ', ':', '<'), cited["url"].Value)
        : (text, text);

    [GeneratedRegex(
        @"^\[(?<text>[^\[\]]+)\]\(<?(?<url>([^()<>\s]|\([^()<>\s]*\))+)>?\)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MarkdownLink();

    [GeneratedRegex(@"^<(?<url>https?://[^<>\s]+)>$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Bare();

    [GeneratedRegex(
        @"^(?<text>.*\S)\s+<?(?<url>https?://[^<>\s]*[^<>\s.,;]|doi:\s*10\.[0-9]{4,9}/[^<>\s]*[^<>\s.,;])>?[.,;]?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Behind();

    /// <summary>https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html</summary>
    [GeneratedRegex(
        @"^(doi:\s*)?(?<doi>10\.[0-9]{4,9}/\S+)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Doi();
}
