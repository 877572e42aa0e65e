using System.Globalization;
using KapFunctions.Content;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Query;
using KapFunctions.Site.Theme;
using KapFunctions.Storage.Index;

namespace KapFunctions.Site;

/// <summary>What templates are given: plain values by name, documented in docs/theme.md.</summary>
/// <param name="view">The site at one moment.</param>
/// <param name="paths">Addresses on this host, for links.</param>
/// <param name="addresses">Absolute addresses, for machines.</param>
internal sealed class PageModels(View view, PublicAddresses paths, PublicAddresses addresses)
{
    private const int MaxRelated = 3;

    private readonly SiteSettings site = view.Site.Settings;
    private readonly Words words = Words.In(view.Site.Settings.Rendering.Language);

    private readonly TimeZoneInfo zone = TimeZoneInfo.TryFindSystemTimeZoneById(
        view.Site.Settings.Rendering.TimeZone,
        out var found
    )
        ? found
        : TimeZoneInfo.Utc;

    /// <summary>Addresses on this host.</summary>
    public PublicAddresses Paths => paths;

    /// <summary>The first page.</summary>
    public Dictionary<string, object?> Home() => Page(site.Title, site.Description, "/", heading: null);

    /// <summary>A tag's page.</summary>
    public Dictionary<string, object?> OfTag(Tag tag) =>
        Page($"{tag.Name} – {site.Title}", tag.Description, paths.Tag(tag.Slug), tag.Name, paths.Tag(tag.Slug));

    /// <summary>An author's page.</summary>
    public Dictionary<string, object?> OfAuthor(Author author)
    {
        var page = Page(
            $"{author.Name} – {site.Title}",
            author.Bio,
            paths.Author(author.Slug),
            author.Name,
            paths.Author(author.Slug)
        );
        page["portrait"] = paths.Finish(author.ProfileImage);
        return page;
    }

    /// <summary>Adds a page of posts.</summary>
    public void AddList(Dictionary<string, object?> page, PostPage found, int number, int size)
    {
        var root = (string)page["path"]!;
        page["posts"] = found.Posts.Select(Summary).ToArray();
        page["number"] = number;
        page["older"] = (long)number * size < found.Total ? $"{root}page/{number + 1}/" : null;
        page["newer"] = number switch
        {
            1 => null,
            2 => root,
            _ => $"{root}page/{number - 1}/",
        };
        if (number > 1)
        {
            page["title"] = string.Create(
                CultureInfo.InvariantCulture,
                $"{page["title"]} – {words.All["page"]} {number}"
            );
            page["canonical"] = addresses.Home.TrimEnd('/') + $"{root}page/{number}/";
        }
    }

    /// <summary>Every post by year.</summary>
    public Dictionary<string, object?> Archive(IReadOnlyList<PostRow> posts)
    {
        var page = Page($"{words.All["archive"]} – {site.Title}", null, "/archive/", words.All["archive"]);
        page["years"] = posts
            .GroupBy(post => Local(post.PublishedAt!.Value).Year)
            .Select(year => new Dictionary<string, object?>
            {
                ["year"] = year.Key,
                ["posts"] = year.Select(Summary).ToArray(),
            })
            .ToArray();
        return page;
    }

    /// <summary>The search; <paramref name="found"/> is null while it is being prepared.</summary>
    public Dictionary<string, object?> Search(string question, SearchPage? found)
    {
        var page = Page($"{words.All["search"]} – {site.Title}", null, "/search/", words.All["search"]);
        page["question"] = question;
        page["is_ready"] = found is not null;
        page["hits"] = found
            ?.Hits.Select(hit =>
            {
                var summary = Summary(hit.Post);
                summary["title_html"] = hit.TitleHtml;
                summary["snippet_html"] = hit.SnippetHtml;
                return summary;
            })
            .ToArray();
        page["robots"] = "noindex";
        return page;
    }

    /// <summary>Something that is not there, or no more.</summary>
    public Dictionary<string, object?> Missing(bool isGone)
    {
        var heading = words.All[isGone ? "gone" : "missing"];
        var page = Page($"{heading} – {site.Title}", null, "/", heading);
        page["why"] = words.All[isGone ? "gone_why" : "missing_why"];
        page["canonical"] = null;
        page["robots"] = "noindex";
        return page;
    }

    /// <summary>A post or a page.</summary>
    public Dictionary<string, object?> Post(PostRow row, PostBody body, IReadOnlyList<PostRow> recent)
    {
        var metadata = row.Metadata!;
        var absolute = new PostView(row, body, site, addresses);
        var page = Page(
            $"{metadata.Share?.MetaTitle ?? metadata.Title} – {site.Title}",
            metadata.Share?.MetaDescription ?? metadata.Excerpt,
            paths.Post(metadata.Slug),
            metadata.Title
        );
        page["canonical"] = metadata.CanonicalUrl ?? addresses.Post(metadata.Slug);
        page["language"] = metadata.Language;
        page["share"] = ShareTags
            .Of(metadata, site, PostDetails.FactsOf(absolute))
            .Select(tag => new Dictionary<string, object?> { ["name"] = tag.Key, ["content"] = tag.Value })
            .ToArray();
        page["json_ld"] = PostDetails.JsonLdOf(absolute);
        page["post"] = Full(row, body);
        page["recent"] = recent.Select(Summary).ToArray();
        return page;
    }

    private Dictionary<string, object?> Full(PostRow row, PostBody body)
    {
        var metadata = row.Metadata!;
        var full = Summary(row);
        full["html"] = PlaceholderFiller.Fill(body.Html, paths.Resolve);
        full["is_post"] = metadata.Kind == PostKind.Post;
        full["toc"] = body.Toc.Select(entry => Entry(entry)).ToArray();
        full["summary"] = metadata.CustomExcerpt;
        full["updated"] = metadata.Updated is { } updated ? words.Day(Local(updated)) : null;
        full["updated_iso"] = Iso(metadata.Updated);
        full["image_caption"] = metadata.FeatureImageCaption;
        full["shows_image"] =
            metadata.FeatureImage is { } image && !body.Html.Contains(image, StringComparison.Ordinal);
        full["reviewed"] = metadata.Reviewed is { } day ? words.Day(day.ToDateTime(TimeOnly.MinValue)) : null;
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

    private static bool IsAboutHealth(PostMetadata post) =>
        post.Reviewed is not null || post.ReviewedBy is not null || post.Sources.Count > 0;

    private Dictionary<string, object?> Summary(PostRow row)
    {
        var metadata = row.Metadata!;
        var published = Local(row.PublishedAt!.Value);
        var picture = paths.Media(metadata.FeatureImage);
        return new()
        {
            ["url"] = paths.Post(metadata.Slug),
            ["title"] = metadata.Title,
            ["excerpt"] = metadata.Excerpt,
            ["date"] = words.Day(published),
            ["date_iso"] = Iso(row.PublishedAt),
            ["reading_time"] = Math.Max(1, metadata.ReadingTime),
            ["image"] = picture?.Url ?? paths.Finish(metadata.FeatureImage),
            ["image_width"] = picture?.Width,
            ["image_height"] = picture?.Height,
            ["image_sources"] = picture?.Sources,
            ["image_alt"] = metadata.FeatureImageAlt ?? "",
            ["language"] = metadata.Language,
            ["tags"] = SiteAuthors
                .TagsOf(row, site)
                .Select(tag => new Dictionary<string, object?> { ["name"] = tag.Name, ["url"] = paths.Tag(tag.Slug) })
                .ToArray(),
            ["authors"] = SiteAuthors
                .Of(row, site)
                .Select(author => new Dictionary<string, object?>
                {
                    ["name"] = author.Name,
                    ["url"] = paths.Author(author.Slug),
                })
                .ToArray(),
        };
    }

    private static Dictionary<string, object?> Entry(TocEntry entry) =>
        new()
        {
            ["id"] = entry.Id,
            ["text"] = entry.Text,
            ["children"] = entry.Children.Select(Entry).ToArray(),
        };

    private Dictionary<string, object?> Page(
        string title,
        string? description,
        string path,
        string? heading,
        string feeds = "/"
    ) =>
        new()
        {
            ["t"] = words.All,
            ["title"] = title,
            ["description"] = description,
            ["path"] = path,
            ["heading"] = heading,
            ["feeds"] = feeds,
            ["canonical"] = addresses.Home.TrimEnd('/') + path,
            ["language"] = site.Rendering.Language,
            ["site"] = new Dictionary<string, object?>
            {
                ["title"] = site.Title,
                ["description"] = site.Description,
                ["icon"] = paths.Finish(site.Icon),
                ["logo"] = paths.Finish(site.Logo),
                ["navigation"] = Menu(site.Navigation),
                ["secondary_navigation"] = Menu(site.SecondaryNavigation),
                ["year"] = Local(view.Now).Year,
            },
        };

    private Dictionary<string, object?>[] Menu(IReadOnlyList<NavigationItem> items) =>
        [
            .. items.Select(item => new Dictionary<string, object?>
            {
                ["label"] = item.Label,
                ["url"] = paths.Finish(item.Url),
            }),
        ];

    private DateTime Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, zone).DateTime;

    private static string? Iso(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
