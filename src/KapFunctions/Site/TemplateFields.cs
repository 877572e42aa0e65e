using KapFunctions.Content.OwnFields;
using KapFunctions.Content.Settings;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Reading;
using KapFunctions.Storage.Index;

namespace KapFunctions.Site;

/// <summary>The site's own fields as templates are given them, by name: the values that the API gives.</summary>
internal static class TemplateFields
{
    public static Dictionary<string, object?> Of(PostRow row, SiteSettings site, PublicAddresses paths) =>
        SeenFields
            .Of(row, site, paths)
            .ToDictionary(
                one => one.Field.Name,
                one =>
                    one.Field.IsList ? one.Values.Select(value => Of(value, paths)).ToArray() : Of(one.Values[0], paths)
            );

    private static object? Of(OwnValue value, PublicAddresses paths) =>
        value switch
        {
            OwnValue.Text text => text.Value,
            OwnValue.Number number => (decimal)Math.Clamp(number.Value, -MaxDecimal, MaxDecimal),
            OwnValue.YesNo truth => truth.Value,
            OwnValue.Moment moment => OwnFieldShape.Day(moment),
            OwnValue.Post named when paths.PostAt(named.Placeholder)?.Metadata is { } other => new Dictionary<
                string,
                object?
            >
            {
                ["title"] = other.Title,
                ["url"] = paths.Post(other.Slug),
            },
            _ => null,
        };

    /// <summary>Templates count in decimals, which end sooner than what a head can say.</summary>
    private const double MaxDecimal = 1e27;
}
