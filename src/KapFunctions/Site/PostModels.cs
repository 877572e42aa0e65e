using System.Globalization;
using KapFunctions.Content.Placeholders;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Text;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Terms;
using KapFunctions.Reading;
using KapFunctions.Site.Theme;
using KapFunctions.Storage.Index;

namespace KapFunctions.Site;

/// <summary>A post as templates are given it: in a list, and whole.</summary>
internal sealed class PostModels(View view, PublicAddresses paths, Content.Settings.SiteSettings site)
{
    private const int MaxRelated = 3;
    private const int MaxContents = 100;

    private readonly PageLanguage words = PageLanguage.In(site.Rendering.Language);

    public TimeZoneInfo Zone { get; } =
        TimeZoneInfo.TryFindSystemTimeZoneById(view.Site.Settings.Rendering.TimeZone, out var found)
            ? found
            : TimeZoneInfo.Utc;

    public Dictionary<string, object?> Full(PostRow row, PostBody body)
    {
        var metadata = row.Metadata!;
        var full = Summary(row);
        var parts = PageBody.Of(PlaceholderFiller.Fill(body.Html, paths.Resolve), words.All);
        full["html"] = string.Concat(parts.Select(part => part.Html));
        full["parts"] = parts
            .Select(part => new Dictionary<string, object?> { ["html"] = part.Html, ["insert"] = part.Insert })
            .ToArray();
        full["toc"] = TemplateLists.Contents(body.Toc, MaxContents);
        full["summary"] = metadata.CustomExcerpt;
        full["updated"] = metadata.Updated is { } updated ? words.Day(Local(updated)) : null;
        full["updated_iso"] = Iso(metadata.Updated);
        full["image_caption"] = metadata.FeatureImageCaption;
        full["shows_image"] =
            metadata.FeatureImage is { } image && !body.Html.Contains(image, StringComparison.Ordinal);
        full["reviewed"] = Reviewed(metadata);
        full["edited_since_review"] = metadata.IsEditedSinceReview;
        full["reviewed_by"] = metadata.ReviewedBy;
        full["sources"] = metadata
            .Sources.Select(source => new Dictionary<string, object?>
            {
                ["title"] = source.Title,
                ["url"] = source.Url,
            })
            .ToArray();
        full["disclaimer"] = IsAboutHealth(metadata) ? site.Disclaimer : null;
        full["related"] = view.Related(row, MaxRelated).Select(Summary).ToArray();
        full["older"] = view.Previous(row) is { } older ? Summary(older) : null;
        full["newer"] = view.Next(row) is { } newer ? Summary(newer) : null;
        return full;
    }

    /// <summary>The edit is told with the day, so that no theme can show one without the other.</summary>
    private string? Reviewed(PostMetadata post) =>
        post.Reviewed is not { } day ? null
        : post.IsEditedSinceReview ? $"{words.Day(day.ToDateTime(TimeOnly.MinValue))}; {words.All["edited_since"]}"
        : words.Day(day.ToDateTime(TimeOnly.MinValue));

    private static bool IsAboutHealth(PostMetadata post) =>
        post.Reviewed is not null || post.ReviewedBy is not null || post.Sources.Count > 0;

    public Dictionary<string, object?> Summary(PostRow row)
    {
        var metadata = row.Metadata!;
        var published = Local(row.DatedAt!.Value);
        var picture = paths.Media(metadata.FeatureImage);
        return new()
        {
            ["url"] = paths.Post(metadata.Slug),
            ["is_post"] = metadata.Kind == PostKind.Post,
            ["title"] = metadata.Title,
            ["excerpt"] = metadata.Excerpt,
            ["date"] = words.Day(published),
            ["date_iso"] = Iso(row.DatedAt),
            ["reading_time"] = Math.Max(1, metadata.ReadingTime),
            ["image"] = picture?.Url ?? Shown(metadata.FeatureImage),
            ["image_width"] = picture?.Width,
            ["image_height"] = picture?.Height,
            ["image_sources"] = picture?.Sources,
            ["image_alt"] = metadata.FeatureImageAlt ?? "",
            ["image_focus"] = FocusClasses(metadata.FeatureImageFocus),
            ["is_featured"] = metadata.Featured,
            ["language"] = metadata.Language,
            ["direction"] = PageLanguage.DirectionOf(metadata.Language),
            ["fields"] = TemplateFields.Of(row, site, paths),
            ["tags"] = SiteAuthors
                .TagsOf(row, site)
                .Where(tag => !tag.IsInternal)
                .Select(tag => new Dictionary<string, object?>
                {
                    ["name"] = tag.Name,
                    ["url"] = paths.Beside(metadata.Slug).Tag(tag.Slug),
                })
                .ToArray(),
            ["authors"] = SiteAuthors
                .Of(row, site)
                .Select(author => new Dictionary<string, object?>
                {
                    ["name"] = author.Name,
                    ["url"] = paths.Beside(metadata.Slug).Author(author.Slug),
                })
                .ToArray(),
        };
    }

    /// <summary>A picture's address; null for one of another host, which readers' browsers are not to ask.</summary>
    public string? Shown(string? picture) =>
        picture is not null && site.Rendering.Shows(picture) ? paths.Finish(picture) : null;

    /// <summary>A picture with its sizes; null where none is shown.</summary>
    public Dictionary<string, object?>? Picture(string? picture)
    {
        if (Shown(picture) is not { } address)
        {
            return null;
        }
        var known = paths.Media(picture);
        return new()
        {
            ["url"] = known?.Url ?? address,
            ["sources"] = known?.Sources,
            ["width"] = known?.Width,
            ["height"] = known?.Height,
        };
    }

    public DateTime Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Zone).DateTime;

    // Pages may hold no styles: the theme has a class for each tenth of a picture.
    private static string? FocusClasses(string? focus)
    {
        if (focus?.Split(' ') is not [var x, var y])
        {
            return null;
        }
        return string.Create(CultureInfo.InvariantCulture, $"at-x{Tenth(x)} at-y{Tenth(y)}");

        static int Tenth(string percent) =>
            (int)Math.Round(int.Parse(percent.AsSpan().TrimEnd('%'), CultureInfo.InvariantCulture) / 10d);
    }

    private static string? Iso(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
