using System.Globalization;
using System.Text.RegularExpressions;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Links;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Metadata;

internal sealed partial class MetadataReader
{
    private readonly LinkResolver links = new(source.Path);

    private (string? Url, string? Alt, string? Caption, string? Focus) Image()
    {
        // Jekyll's best-known theme has its pictures below "header".
        foreach (var from in (Fields?[])[fields, extra, fields.Map("header")])
        {
            var field = from?.Find(
                "feature_image",
                "featured_image",
                "image",
                "images",
                "heroImage",
                "cover",
                "coverImage",
                "thumbnail",
                "banner",
                "overlay_image",
                "teaser",
                "og_image"
            );
            var value = field?.Value is ListValue { Items: [var first, ..] } ? first : field?.Value;
            switch (value)
            {
                case ScalarValue scalar when SaysWhere(scalar.Text):
                    return (
                        Picture(field!, scalar.Text),
                        Written().Match(scalar.Text).Groups["alt"].Value is { Length: > 0 } alt ? alt : null,
                        null,
                        null
                    );
                case MapValue map:
                    return ImageMap(field!, new(map, problems));
                // YAML reads [[lake.png]] without quotation marks as a list in a list.
                case ListValue { Items: [ScalarValue { Text: var name }] }:
                    return (Picture(field!, $"[[{name}]]"), null, null, null);
            }
        }
        return default;
    }

    private (string? Url, string? Alt, string? Caption, string? Focus) ImageMap(Field field, Fields image) =>
        (
            image.Text("src", "url", "path", "image", "feature", "file", "filename") is { } url
                ? Picture(field, url)
                : null,
            Limited(Decoded(image.Text("alt")), field.Key, MaxText),
            Caption(Limited(Decoded(image.Text("caption", "credit")), field.Key, MaxText)),
            Focus(image)
        );

    private string? Focus(Fields from)
    {
        if (from.Find("focus", "feature_image_focus", "focal_point") is not { Value: ScalarValue scalar } field)
        {
            return null;
        }
        if (FocusShape().Match(scalar.Text.Trim()) is { Success: true } place)
        {
            var (x, y) = (
                int.Parse(place.Groups["x"].ValueSpan, CultureInfo.InvariantCulture),
                int.Parse(place.Groups["y"].ValueSpan, CultureInfo.InvariantCulture)
            );
            if (x <= 100 && y <= 100)
            {
                return $"{x}% {y}%";
            }
        }
        problems.Add(ProblemCatalog.FieldType, field.At, field.Key, "a place in the picture, such as 40% 30%");
        return null;
    }

    [GeneratedRegex(@"\A(?<x>[0-9]{1,3})%?[ ,]+(?<y>[0-9]{1,3})%?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex FocusShape();

    /// <summary>The APIs give the picture wherever it is; pages show it where that tells nobody of their readers.</summary>
    private string? Picture(Field field, string written)
    {
        var address = MediaAddress(field, written);
        if (address is not null && !settings.Shows(address))
        {
            problems.Add(ProblemCatalog.ForeignPicture, field.At, address, "pages leave it out");
        }
        return address;
    }

    /// <summary>Switches and words for nothing are no addresses.</summary>
    private static bool SaysWhere(string text) => text is not ("true" or "false" or "none" or "None" or "no" or "No");

    private string? MediaAddress(Field field, string written)
    {
        var place = written.Trim(' ', '[', ']', '!');
        var link =
            Written().Match(written) is { Success: true } picture ? links.Resolve(picture.Groups["url"].Value)
            : written.Contains("[[", StringComparison.Ordinal) && MediaTypes.Of(place) is not null ? links.Wiki(place)
            : links.Resolve(place);
        if (link is { IsPlace: true, Url: { Length: <= MaxText } address })
        {
            return address;
        }
        problems.Add(ProblemCatalog.FieldAddress, field.At, field.Key, written);
        return null;
    }

    /// <summary>A picture as texts have it: <c>![A lake](media/lake.png)</c>.</summary>
    [GeneratedRegex(
        @"^\s*!?\[(?<alt>[^\[\]]*)\]\(<?(?<url>[^()<>""]+?)>?(\s+""[^""]*"")?\)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Written();

    private string? MediaAddress(params ReadOnlySpan<string> keys) =>
        fields.Find(keys) is { Value: ScalarValue scalar } field ? MediaAddress(field, scalar.Text) : null;

    private string? WebAddress(params ReadOnlySpan<string> keys)
    {
        if (fields.Find(keys) is not { Value: ScalarValue { Text: var written } } field)
        {
            return null;
        }
        if (
            DoubtfulAddress.WithScheme(written) is null
            && links.Resolve(written)
                is { Kind: LinkKind.External or LinkKind.Site, IsPlace: true, Url: { Length: <= MaxText } url }
        )
        {
            return url;
        }
        problems.Add(ProblemCatalog.FieldAddress, field.At, field.Key, written);
        return null;
    }

    private ShareMetadata? Share()
    {
        var share = new ShareMetadata(
            Text("meta_title"),
            Worded(Text("meta_description"))
                ?? (fields.Find("custom_excerpt", "excerpt", "summary") is null ? null : Worded(Text("description"))),
            Text("og_title"),
            Worded(Text("og_description")),
            MediaAddress("og_image"),
            Text("twitter_title"),
            Worded(Text("twitter_description")),
            MediaAddress("twitter_image")
        );
        return share == new ShareMetadata() ? null : share;
    }
}
