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
        foreach (var from in (Fields?[])[fields, extra])
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
                "og_image"
            );
            var value = field?.Value is ListValue { Items: [var first, ..] } ? first : field?.Value;
            switch (value)
            {
                case ScalarValue scalar when scalar.Text is not ("true" or "false"):
                    return (Picture(field!, scalar.Text), null, null, null);
                case MapValue map:
                    return ImageMap(field!, new(map, problems));
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

    private string? MediaAddress(Field field, string written)
    {
        var address = links.Resolve(written.Trim('[', ']', '!'));
        if (address.Kind is LinkKind.External or LinkKind.Content or LinkKind.Site && address.Url.Length <= MaxText)
        {
            return address.Url;
        }
        problems.Add(ProblemCatalog.FieldAddress, field.At, field.Key, written);
        return null;
    }

    private string? MediaAddress(params ReadOnlySpan<string> keys) =>
        fields.Find(keys) is { Value: ScalarValue scalar } field ? MediaAddress(field, scalar.Text) : null;

    private string? WebAddress(params ReadOnlySpan<string> keys)
    {
        if (fields.Find(keys) is not { Value: ScalarValue { Text: var written } } field)
        {
            return null;
        }
        if (
            links.Resolve(written) is
            { Kind: LinkKind.External or LinkKind.Site, Url: { Length: > 0 and <= MaxText } url }
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
            Text("meta_description")
                ?? (fields.Find("custom_excerpt", "excerpt", "summary") is null ? null : Text("description")),
            Text("og_title"),
            Text("og_description"),
            MediaAddress("og_image"),
            Text("twitter_title"),
            Text("twitter_description"),
            MediaAddress("twitter_image")
        );
        return share == new ShareMetadata() ? null : share;
    }
}
