using System.Globalization;
using KapFunctions.Content.PageHead;
using KapFunctions.Content.Placeholders;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Search;
using KapFunctions.Reading;
using KapFunctions.Site.Theme;
using KapFunctions.Storage.Index;

namespace KapFunctions.Site;

/// <summary>What templates are given: plain values by name, documented in docs/theme.md.</summary>
/// <param name="paths">Addresses on this host, for links.</param>
/// <param name="addresses">Absolute addresses, for machines.</param>
internal sealed class PageModels(View view, PublicAddresses paths, PublicAddresses addresses)
{
    private const int MaxRelated = 3;
    private const int MaxTitle = 70;
    private const int MaxContents = 100;

    private readonly SiteSettings site = view.Site.Settings;
    private readonly PageLanguage words = PageLanguage.In(view.Site.Settings.Rendering.Language);

    public TimeZoneInfo Zone { get; } =
        TimeZoneInfo.TryFindSystemTimeZoneById(view.Site.Settings.Rendering.TimeZone, out var found)
            ? found
            : TimeZoneInfo.Utc;

    public PublicAddresses Paths => paths;

    public Dictionary<string, object?> Home() => Page(site.Title, site.Description, "/", heading: null);

    public Dictionary<string, object?> OfTag(Tag tag) =>
        Page(Titled(tag.Name), tag.Description, paths.Tag(tag.Slug), tag.Name, paths.Tag(tag.Slug));

    public Dictionary<string, object?> OfAuthor(Author author)
    {
        var page = Page(
            Titled(author.Name),
            author.Bio,
            paths.Author(author.Slug),
            author.Name,
            paths.Author(author.Slug)
        );
        page["portrait"] = Shown(author.ProfileImage);
        return page;
    }

    public void AddList(Dictionary<string, object?> page, PostPage found, int number, int size)
    {
        page["posts"] = found.Posts.Select(Summary).ToArray();
        AddPager(page, found, number, size);
    }

    private void AddPager(Dictionary<string, object?> page, PostPage found, int number, int size)
    {
        var root = (string)page["path"]!;
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
            var path = $"{root}page/{number}/";
            page["canonical"] = addresses.Home.TrimEnd('/') + path;
            page["share"] = Shared((string)page["title"]!, (string?)page["description"], path);
        }
    }

    public Dictionary<string, object?> Archive(PostPage found, int number, int size)
    {
        var page = Page(Titled(words.All["archive"]), null, "/archive/", words.All["archive"]);
        page["years"] = found
            .Posts.GroupBy(post => Local(post.PublishedAt!.Value).Year)
            .Select(year => new Dictionary<string, object?>
            {
                ["year"] = year.Key,
                ["posts"] = year.Select(Summary).ToArray(),
            })
            .ToArray();
        AddPager(page, found, number, size);
        return page;
    }

    /// <summary>The search; <paramref name="found"/> is null while it is being prepared.</summary>
    public Dictionary<string, object?> Search(string question, SearchPage? found)
    {
        var page = Page(Titled(words.All["search"]), null, "/search/", words.All["search"]);
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

    public Dictionary<string, object?> Missing(bool isGone)
    {
        var heading = words.All[isGone ? "gone" : "missing"];
        var page = Page(Titled(heading), null, "/", heading);
        page["why"] = words.All[isGone ? "gone_why" : "missing_why"];
        page["is_gone"] = isGone;
        page["canonical"] = null;
        page["robots"] = "noindex";
        return page;
    }

    public Dictionary<string, object?> Post(PostRow row, PostBody body, IReadOnlyList<PostRow> recent)
    {
        var metadata = row.Metadata!;
        var absolute = new PostView(row, body, site, addresses);
        var page = Page(
            Titled(metadata.Share?.MetaTitle ?? metadata.Title),
            metadata.Share?.MetaDescription ?? metadata.Excerpt,
            paths.Post(metadata.Slug),
            metadata.Title
        );
        page["canonical"] = metadata.CanonicalUrl ?? addresses.Post(metadata.Slug);
        page["share"] = TemplateLists.Share(ShareTags.Of(metadata, site, PostDetails.FactsOf(absolute)));
        page["json_ld"] = PostDetails.JsonLdOf(absolute);
        page["post"] = Full(row, body);
        page["recent"] = recent.Select(Summary).ToArray();
        return page;
    }

    // The name of a page in lists of tabs and of results, which show about this much; the site's name where it fits.
    private string Titled(string title) =>
        title.Length + site.Title.Length + 3 <= MaxTitle ? $"{title} – {site.Title}" : title;

    private Dictionary<string, object?> Full(PostRow row, PostBody body)
    {
        var metadata = row.Metadata!;
        var full = Summary(row);
        full["html"] = PlaceholderFiller.Fill(body.Html, paths.Resolve);
        full["toc"] = TemplateLists.Contents(body.Toc, MaxContents);
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
            ["language"] = metadata.Language,
            ["direction"] = PageLanguage.DirectionOf(metadata.Language),
            ["tags"] = SiteAuthors
                .TagsOf(row, site)
                .Where(tag => !tag.IsInternal)
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

    private Dictionary<string, object?> Page(
        string title,
        string? description,
        string path,
        string? heading,
        string feeds = "/"
    )
    {
        return new()
        {
            ["t"] = words.All,
            ["title"] = title,
            ["description"] = description,
            ["path"] = path,
            ["heading"] = heading,
            ["feeds"] = feeds,
            ["canonical"] = addresses.Home.TrimEnd('/') + path,
            ["language"] = site.Rendering.Language,
            ["direction"] = PageLanguage.DirectionOf(site.Rendering.Language),
            ["share"] = Shared(title, description, path),
            ["site"] = new Dictionary<string, object?>
            {
                ["title"] = site.Title,
                ["description"] = site.Description,
                ["icon"] = Shown(site.Icon),
                ["logo"] = Shown(site.Logo),
                ["navigation"] = Menu(site.Navigation),
                ["secondary_navigation"] = Menu(site.SecondaryNavigation),
                ["year"] = Local(view.Now).Year,
            },
        };
    }

    // What networks show of a page that is no post's.
    private Dictionary<string, object?>[] Shared(string title, string? description, string path) =>
        TemplateLists.Share(
            ShareTags.Of(
                site,
                title,
                description,
                addresses.Home.TrimEnd('/') + path,
                addresses.Finish(site.CoverImage)
            )
        );

    // A picture's address; null for one of another host, which readers' browsers are not to ask.
    private string? Shown(string? picture) =>
        picture is not null && site.Rendering.Shows(picture) ? paths.Finish(picture) : null;

    private Dictionary<string, object?>[] Menu(IReadOnlyList<NavigationItem> items) =>
        [
            .. items.Select(item => new Dictionary<string, object?>
            {
                ["label"] = item.Label,
                ["url"] = paths.Finish(item.Url),
            }),
        ];

    private DateTime Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Zone).DateTime;

    private static string? Iso(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
