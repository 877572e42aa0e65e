using System.Globalization;
using System.Text;

namespace KapFunctions.Importing.Shared;

internal static class PostText
{
    public static string Of(ImportedPost post)
    {
        var text = new StringBuilder("---\n");
        Line("title", post.Title);
        Line("slug", post.Slug);
        Line("id", post.Id);
        Line("guid", post.Guid);
        Raw("date", Time(post.Date));
        Raw("updated", Time(post.Updated));
        Raw("draft", post.Draft ? "true" : null);
        Raw("featured", post.Featured ? "true" : null);
        List("tags", post.Tags);
        List("authors", post.Authors);
        Line("custom_excerpt", post.Excerpt);
        Line("feature_image", post.Image);
        Line("feature_image_alt", post.ImageAlt);
        Line("feature_image_caption", post.ImageCaption);
        Line("canonical_url", post.Canonical);
        List("aliases", post.Aliases);
        foreach (var (key, value) in post.Share)
        {
            Line(key, value);
        }
        return text.Append("---\n\n").Append(post.Body.Trim('\n')).Append('\n').ToString();

        void Line(string key, string? value) => Raw(key, string.IsNullOrWhiteSpace(value) ? null : YamlText.Of(value));

        void List(string key, IReadOnlyList<string> values) =>
            Raw(key, values.Count == 0 ? null : YamlText.List(values));

        void Raw(string key, string? value)
        {
            if (value is not null)
            {
                text.Append(key).Append(": ").Append(value).Append('\n');
            }
        }
    }

    private static string? Time(DateTimeOffset? time) =>
        time?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

internal static class SiteText
{
    public static string Of(ImportedSite site)
    {
        var text = new StringBuilder();
        Line("", "title", site.Title);
        Line("", "description", site.Description);
        Line("", "url", site.Url);
        Line("", "language", site.Language);
        Line("", "timezone", site.TimeZone);
        foreach (var (key, value) in site.More)
        {
            Line("", key, value);
        }
        Entries("navigation", site.Navigation, item => [("label", item.Label), ("url", item.Url)]);
        Entries("secondary_navigation", site.SecondaryNavigation, item => [("label", item.Label), ("url", item.Url)]);
        Entries(
            "authors",
            site.Authors,
            author =>
                [
                    ("name", author.Name),
                    ("slug", author.Slug),
                    ("bio", author.Bio),
                    ("profile_image", author.Image),
                    ("website", author.Website),
                    ("location", author.Location),
                    .. author.More,
                ]
        );
        Entries(
            "tags",
            site.Tags,
            tag =>
                [
                    ("name", tag.Name),
                    ("slug", tag.Slug),
                    ("description", tag.Description),
                    ("feature_image", tag.Image),
                    ("accent_color", tag.Color),
                ]
        );
        return text.ToString();

        void Line(string before, string key, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                text.Append(before).Append(key).Append(": ").Append(YamlText.Of(value)).Append('\n');
            }
        }

        void Entries<T>(string key, IReadOnlyList<T> items, Func<T, (string Key, string? Value)[]> fields)
        {
            if (items.Count > 0)
            {
                text.Append(key).Append(":\n");
            }
            foreach (var item in items)
            {
                var before = "  - ";
                foreach (var (name, value) in fields(item).Where(field => !string.IsNullOrWhiteSpace(field.Value)))
                {
                    Line(before, name, value);
                    before = "    ";
                }
            }
        }
    }
}
