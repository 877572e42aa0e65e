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
        CitedText().Match(text) is not { Success: true, Groups: var cited } ? (text, text)
        : cited["words"].Value.TrimEnd(' ', ':', '<') is { Length: > 0 } words ? (words, cited["url"].Value)
        : (cited["url"].Value, cited["url"].Value);

    [GeneratedRegex(
        @"^(\[(?<words>[^\[\]]+)\]\(<?(?<url>([^()<>\s]|\([^()<>\s]*\))+)>?\)"
            + @"|<(?<url>https?://[^<>\s]+)>"
            + @"|(?<words>.*\S)\s+<?(?<url>(https?://|doi:\s*10\.[0-9]{4,9}/)[^<>\s]*[^<>\s.,;])>?[.,;]?)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex CitedText();

    /// <summary>https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html</summary>
    [GeneratedRegex(
        @"^(doi:\s*)?(?<doi>10\.[0-9]{4,9}/\S+)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Doi();
}
