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
            ScalarValue { Text: var text } when MarkdownLink().Match(text) is { Success: true } link => (
                link.Groups["text"].Value,
                link.Groups["url"].Value
            ),
            ScalarValue { IsNull: false } scalar => (scalar.Text, scalar.Text),
            MapValue map => new Fields(map, problems) is var inner
                ? (inner.Text("title", "name"), inner.Text("url", "link", "href", "doi"))
                : default,
            _ => default,
        };
        var address =
            url is not null && links.Resolve(url) is { Kind: LinkKind.External, Url: { Length: <= MaxText } web }
                ? web
                : null;
        return (title ?? address) is { } shown
            ? new(Limited(Fields.OneLine(shown), "sources", MaxTitle)!, address)
            : null;
    }

    [GeneratedRegex(
        @"^\[(?<text>[^\[\]]+)\]\((?<url>[^()\s]+)\)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex MarkdownLink();
}
