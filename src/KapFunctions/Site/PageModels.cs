using System.Globalization;
using KapFunctions.Content.PageHead;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
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
internal sealed class PageModels(View view, PublicAddresses paths, PublicAddresses addresses, string? language = null)
{
    /// <summary>Posts that a page shows as the latest.</summary>
    public const int MaxLatest = 3;

    private const int MaxTitle = 70;

    private readonly SiteSettings site = view.Site.Settings.In(language);
    private readonly PageLanguage words = PageLanguage.In(view.Site.Settings.In(language).Rendering.Language);
    private readonly PostModels posts = new(view, paths, view.Site.Settings.In(language));
    private readonly PracticeModel practice = new(
        view.Site.Settings.In(language),
        paths,
        PageLanguage.In(view.Site.Settings.In(language).Rendering.Language)
    );

    private readonly PageJsonLd engines = new(view.Site.Settings.In(language), addresses);

    public TimeZoneInfo Zone => posts.Zone;

    public PublicAddresses Paths => paths;

    /// <summary>The list of posts; <paramref name="root"/> is where it begins, which is not the first page where another
    /// stands there.</summary>
    public Dictionary<string, object?> Home(string? root = null)
    {
        root ??= FirstPage;
        var isFirst = root == FirstPage;
        var heading = isFirst ? null : words.All["recent"];
        var page = Page(heading is null ? site.Title : Titled(heading), site.Description, root, heading);
        page["list"] = root;
        page["banner"] = isFirst ? posts.Picture(site.CoverImage) : null;
        page["json_ld"] = heading is null ? engines.Of() : engines.Of(engines.Way(heading, root));
        return page;
    }

    public Dictionary<string, object?> OfTag(Tag tag)
    {
        var page = Page(Titled(tag.Name), tag.Description, paths.Tag(tag.Slug), tag.Name, paths.Tag(tag.Slug));
        page["banner"] = posts.Picture(tag.FeatureImage);
        page["json_ld"] = engines.Of(engines.Way(tag.Name, paths.Tag(tag.Slug)));
        return page;
    }

    public Dictionary<string, object?> OfAuthor(Author author)
    {
        var page = Page(
            Titled(author.Name),
            author.Bio,
            paths.Author(author.Slug),
            author.Name,
            paths.Author(author.Slug)
        );
        page["portrait"] = posts.Shown(author.ProfileImage);
        page["banner"] = posts.Picture(author.CoverImage);
        page["author"] = AuthorModel.Of(author);
        page["json_ld"] = engines.Of(
            SiteJsonLd.Of(
                author,
                site,
                addresses.Author(author.Slug),
                addresses.Finish(author.ProfileImage),
                addresses.Home
            ),
            engines.Way(author.Name, paths.Author(author.Slug))
        );
        return page;
    }

    public void AddList(Dictionary<string, object?> page, PostPage found, int number, int size)
    {
        page["posts"] = found.Posts.Select(posts.Summary).ToArray();
        AddPager(page, found, number, size);
    }

    /// <summary>The post that stands out, and not in the list below.</summary>
    public void AddFeatured(Dictionary<string, object?> page, PostRow post, PostPage found)
    {
        page["featured"] = posts.Summary(post);
        page["posts"] = found.Posts.Where(other => other.Path != post.Path).Select(posts.Summary).ToArray();
    }

    // Where the list of posts begins when another page stands first.
    public string SecondList => FirstPage + "page/1/";

    private string FirstPage => paths.Home;

    private void AddPager(Dictionary<string, object?> page, PostPage found, int number, int size)
    {
        var first = (string)page["path"]!;
        var root = first == SecondList ? FirstPage : first;
        page["number"] = number;
        page["older"] = (long)number * size < found.Total ? $"{root}page/{number + 1}/" : null;
        page["newer"] = number switch
        {
            1 => null,
            2 => first,
            _ => $"{root}page/{number - 1}/",
        };
        if (number > 1)
        {
            page["title"] = string.Create(
                CultureInfo.InvariantCulture,
                $"{page["title"]} – {words.All["page"]} {number}"
            );
            var path = $"{root}page/{number}/";
            page["canonical"] = addresses.Site + path;
            page["share"] = Shared((string)page["title"]!, (string?)page["description"], path);
        }
    }

    public Dictionary<string, object?> Archive(PostPage found, int number, int size)
    {
        var page = Page(Titled(words.All["archive"]), site.Description, FirstPage + "archive/", words.All["archive"]);
        page["years"] = found
            .Posts.GroupBy(post => posts.Local(post.PublishedAt!.Value).Year)
            .Select(year => new Dictionary<string, object?>
            {
                ["year"] = year.Key,
                ["posts"] = year.Select(posts.Summary).ToArray(),
            })
            .ToArray();
        AddPager(page, found, number, size);
        return page;
    }

    /// <summary>The search; <paramref name="found"/> is null while it is being prepared.</summary>
    public Dictionary<string, object?> Search(string question, SearchPage? found)
    {
        var page = Page(Titled(words.All["search"]), null, FirstPage + "search/", words.All["search"]);
        page["question"] = question;
        page["crisis"] = practice.CrisisIn(question);
        page["is_ready"] = found is not null;
        page["hits"] = found
            ?.Hits.Select(hit =>
            {
                var summary = posts.Summary(hit.Post);
                summary["title_html"] = hit.TitleHtml;
                summary["snippet_html"] = hit.SnippetHtml;
                return summary;
            })
            .ToArray();
        page["robots"] = "noindex";
        return page;
    }

    /// <param name="why">Its words: <c>missing</c>, <c>gone</c> or <c>blocked</c>.</param>
    public Dictionary<string, object?> Missing(string why)
    {
        var heading = words.All[why];
        // No entry of a menu leads here.
        var page = Page(Titled(heading), null, "", heading);
        page["crisis"] = practice.Crisis;
        page["why"] = words.All[why + "_why"];
        page["is_gone"] = why != "missing";
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
        page["robots"] = metadata.NoIndex ? "noindex" : null;
        page["share"] = TemplateLists.Share(ShareTags.Of(metadata, site, PostDetails.FactsOf(absolute)));
        page["json_ld"] = engines.Of(PostDetails.JsonLdOf(absolute), engines.WayTo(row));
        page["crisis"] = practice.CrisisIn(body.PlainText);
        page["post"] = posts.Full(row, body);
        page["recent"] = recent.Select(posts.Summary).ToArray();
        return page;
    }

    /// <summary>The page that stands first, with what it shows of the posts.</summary>
    public Dictionary<string, object?> First(PostRow row, PostBody body)
    {
        var metadata = row.Metadata!;
        var page = Page(
            metadata.Share?.MetaTitle ?? site.Title,
            metadata.Share?.MetaDescription ?? metadata.CustomExcerpt ?? site.Description,
            FirstPage,
            heading: null
        );
        page["json_ld"] = engines.Of();
        page["crisis"] = practice.CrisisIn(body.PlainText);
        page["list"] = SecondList;
        page["post"] = posts.Full(row, body);
        return page;
    }

    /// <summary>What a page's parts show that the site fills: no post twice.</summary>
    /// <param name="page">The page.</param>
    /// <param name="featured">The post that stands out; null for none.</param>
    /// <param name="latest">The newest posts, one more than are shown.</param>
    public void AddParts(Dictionary<string, object?> page, PostRow? featured, IReadOnlyList<PostRow> latest)
    {
        var parts = (Dictionary<string, object?>[])((Dictionary<string, object?>)page["post"]!)["parts"]!;
        var isShown = parts.Any(part => (string?)part["insert"] == "featured");
        page["featured"] = featured is null ? null : posts.Summary(featured);
        page["latest"] = latest
            .Where(post => !isShown || post.Path != featured?.Path)
            .Take(MaxLatest)
            .Select(posts.Summary)
            .ToArray();
    }

    // The name of a page in lists of tabs and of results, which show about this much; the site's name where it fits.
    private string Titled(string title) =>
        title.Length + site.Title.Length + 3 <= MaxTitle ? $"{title} – {site.Title}" : title;

    private Dictionary<string, object?> Page(
        string title,
        string? description,
        string path,
        string? heading,
        string? feeds = null
    )
    {
        var logo = paths.Media(site.Logo);
        return new()
        {
            ["t"] = words.All,
            ["title"] = title,
            ["description"] = string.IsNullOrEmpty(description) ? null : description,
            ["path"] = path,
            ["heading"] = heading,
            ["root"] = FirstPage,
            ["feeds"] = feeds ?? FirstPage,
            ["canonical"] = addresses.Site + path,
            ["language"] = site.Rendering.Language,
            ["direction"] = PageLanguage.DirectionOf(site.Rendering.Language),
            ["share"] = Shared(title, description, path),
            ["site"] = new Dictionary<string, object?>
            {
                ["title"] = site.Title,
                ["description"] = site.Description,
                ["icon"] = posts.Shown(site.Icon),
                ["logo"] = posts.Shown(site.Logo),
                ["logo_width"] = logo?.Width,
                ["logo_height"] = logo?.Height,
                ["has_wide_logo"] = logo is { Width: { } width, Height: { } height } && width >= 2 * height,
                ["practice"] = practice.Practice,
                ["social"] = SocialLinks.Of(site.Social).Select(Named).ToArray(),
                ["navigation"] = Menu(site.Navigation),
                ["secondary_navigation"] = Menu(site.SecondaryNavigation),
                ["year"] = posts.Local(view.Now).Year,
            },
        };
    }

    // What networks show of a page that is no post's.
    private Dictionary<string, object?>[] Shared(string title, string? description, string path) =>
        TemplateLists.Share(
            ShareTags.Of(site, title, description, addresses.Site + path, addresses.Finish(site.CoverImage))
        );

    private Dictionary<string, object?>[] Menu(IReadOnlyList<NavigationItem> items) =>
        [
            .. items.Select(item => new Dictionary<string, object?>
            {
                ["label"] = item.Label,
                ["url"] = paths.Finish(item.Url),
            }),
        ];

    private static Dictionary<string, object?> Named(NavigationItem link) =>
        new() { ["label"] = link.Label, ["url"] = link.Url };
}
