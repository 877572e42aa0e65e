using System.Text;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Themes;
using KapFunctions.Delivery.Ghost;
using KapFunctions.Delivery.Lists;
using KapFunctions.Delivery.Markdown;
using KapFunctions.Http;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Search;
using KapFunctions.Query.Terms;
using KapFunctions.Reading;
using KapFunctions.Settings;
using KapFunctions.Site.Theme;
using KapFunctions.Storage.Index;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Site;

/// <summary>Makes the pages that readers see, from the same read model as the API.</summary>
public sealed class SitePages(
    Answers answers,
    Bodies bodies,
    PublicUrls urls,
    SearchRefresh search,
    ThemeCache themes,
    MarkdownAnswers markdown,
    GhostContent ghost,
    SiteOptions options
)
{
    public const string ContentType = "text/html; charset=utf-8";

    private const int PostsOnPage = 10;
    private const int PostsInArchive = 200;
    private const int RecentPosts = 3;
    private const int MaxHits = 30;
    private const int MaxQuestion = 200;

    /// <summary>A page's address ends with a slash; one without is sent there.</summary>
    public async Task<IResult> ServeAsync(HttpRequest request, string path, CancellationToken cancellation)
    {
        var address = SiteAddress.Parse(path);
        if (address is SiteAddress.Api)
        {
            // Clients whose address of the site ends with a slash ask for //ghost/api/….
            return
                path.TrimStart('/') is var trimmed && trimmed.StartsWith("ghost/", StringComparison.OrdinalIgnoreCase)
                ? await ghost.ServeAsync(request, trimmed["ghost/".Length..], cancellation)
                : Problems.NoRoute();
        }

        if (address is SiteAddress.Asset(var name))
        {
            return (await themes.NowAsync(cancellation)).Assets.Find(name) ?? Problems.NoRoute();
        }

        if (address is not (SiteAddress.Entry or SiteAddress.MarkdownIndex) && path.Length > 0 && !path.EndsWith('/'))
        {
            return new RedirectResult(SiteAddress.WithSlash(path));
        }

        if (MarkdownAddress.Of(address) is { } markdownAddress && MarkdownAddress.IsWanted(request.Headers.Accept))
        {
            return RedirectResult.ToOtherForm(markdownAddress);
        }

        var question = address is SiteAddress.Search ? Shortened(request.Query["q"].ToString()) : "";
        return await answers.ServeAsync(
            $"page/{path}?{question}",
            async (view, token) =>
            {
                var model = new PageModels(view, PublicUrls.PathsOf(view), urls.Of(view));
                var headers = PageHeaders.Of(view.Site.Settings, options);
                var visit = new Visit(view, model, await themes.OfAsync(view, token), headers, path);
                return await AnswerAsync(address, visit, path, question, token);
            },
            cancellation
        );
    }

    private ValueTask<IResult> AnswerAsync(
        SiteAddress address,
        Visit visit,
        string path,
        string question,
        CancellationToken cancellation
    ) =>
        address switch
        {
            SiteAddress.First => FirstAsync(visit, cancellation),
            SiteAddress.Home(var page) => new(Home(visit, page)),
            SiteAddress.Tag(var slug, var page) => new(
                visit.View.FindTag(slug) is not { Tag: { IsInternal: false } tag } ? visit.Missing()
                : tag.Slug != slug ? new RedirectResult(visit.Model.Paths.Tag(tag.Slug))
                : List(visit, Having("tag", slug), page, visit.Model.OfTag(tag))
            ),
            SiteAddress.Author(var slug, var page) => new(
                visit.View.FindAuthor(slug) is not { Author: var author } ? visit.Missing()
                : author.Slug != slug ? new RedirectResult(visit.Model.Paths.Author(author.Slug))
                : List(visit, Having("author", slug), page, visit.Model.OfAuthor(author))
            ),
            SiteAddress.Archive(var page) => new(Archive(visit, page)),
            SiteAddress.Search => new(Search(visit, question)),
            SiteAddress.MarkdownIndex => new(new AnswerResult(markdown.Index(visit.View))),
            _ => EntryAsync(visit, path, cancellation),
        };

    // Where the page that is to stand first is not online, the list of posts does.
    private async ValueTask<IResult> FirstAsync(Visit visit, CancellationToken cancellation)
    {
        if (visit.First is not { } first)
        {
            return Home(visit, 1);
        }

        var page = visit.Model.First(first, await bodies.ReadAsync(first, cancellation));
        AddParts(visit, page);
        return visit.Show("home", page);
    }

    private static IResult Home(Visit visit, int number)
    {
        var page = visit.Model.Home(visit.First is null ? "/" : PageModels.SecondList);
        return number == 1 && visit.First is null && Featured(visit) is { } featured
            ? List(visit, new PostQuery(), number, page, featured)
            : List(visit, new PostQuery(), number, page);
    }

    private static PostRow? Featured(Visit visit) =>
        visit.View.Browse(new() { Filter = NqlFilter.ParsePosts("featured:true").Filter, Limit = 1 })
            is { Posts: [var newest] }
            ? newest
            : null;

    // Who asks for a post that stands out and has none gets the newest; it does not stand among the latest again.
    private static void AddParts(Visit visit, Dictionary<string, object?> page)
    {
        var latest = visit.View.Browse(new() { Limit = PageModels.MaxLatest + 1 }).Posts;
        var featured = Featured(visit) ?? (latest.Count > 0 ? latest[0] : null);
        visit.Model.AddParts(page, featured, latest);
    }

    private static PostQuery Having(string field, string slug) =>
        new() { Filter = NqlFilter.ParsePosts($"{field}:{NqlText.Quote(slug)}").Filter };

    private static IResult List(
        Visit visit,
        PostQuery query,
        int number,
        Dictionary<string, object?> page,
        PostRow? featured = null
    )
    {
        var found = visit.View.Browse(query with { Limit = PostsOnPage, Page = number });
        if (found.Posts.Count == 0 && number > 1)
        {
            return visit.Missing();
        }

        visit.Model.AddList(page, found, number, PostsOnPage);
        if (featured is not null)
        {
            visit.Model.AddFeatured(page, featured, found);
        }

        return visit.Show("list", page);
    }

    private static IResult Archive(Visit visit, int number)
    {
        var found = visit.View.Browse(new() { Limit = PostsInArchive, Page = number });
        return found.Posts.Count == 0 && number > 1
            ? visit.Missing()
            : visit.Show("archive", visit.Model.Archive(found, number, PostsInArchive));
    }

    private AnswerResult Search(Visit visit, string question)
    {
        var found = search.IsReady ? visit.View.Search(new(question) { Limit = MaxHits }) : null;
        return visit.Show("search", visit.Model.Search(question, found));
    }

    private static string Shortened(string question)
    {
        var trimmed = question.Trim();
        return trimmed.Length > MaxQuestion ? trimmed[..MaxQuestion] : trimmed;
    }

    private async ValueTask<IResult> EntryAsync(Visit visit, string path, CancellationToken cancellation)
    {
        switch (visit.View.Resolve(path))
        {
            case Resolution.Live(var post) when post.Path == visit.First?.Path:
                return new RedirectResult("/");
            case Resolution.Live(var post) when path == post.Metadata!.Slug + "/":
                var body = await bodies.ReadAsync(post, cancellation);
                var recent = visit
                    .View.Browse(new() { Limit = RecentPosts + 1 })
                    .Posts.Where(other => other.Path != post.Path)
                    .Take(RecentPosts);
                var page = visit.Model.Post(post, body, [.. recent]);
                if (post.Metadata!.Kind == PostKind.Page)
                {
                    AddParts(visit, page);
                }

                return visit.Show("post", page);
            case Resolution.Live(var post):
                return new RedirectResult(visit.Model.Paths.Post(post.Metadata!.Slug));
            default:
                return MarkdownAddress.PageOf(path) is { } slug
                    ? await MarkdownAsync(visit, slug, cancellation)
                    : visit.Missing();
        }
    }

    private async ValueTask<IResult> MarkdownAsync(Visit visit, string path, CancellationToken cancellation) =>
        visit.View.Resolve(path) switch
        {
            Resolution.Live(var post) when post.Metadata!.Slug == path => new AnswerResult(
                await markdown.OfAsync(visit.View, post, cancellation)
            ),
            Resolution.Live(var post) => new RedirectResult(MarkdownAddress.OfPost(post.Metadata!.Slug)),
            Resolution.Redirect(_, var slug) => new RedirectResult(MarkdownAddress.OfPost(slug)),
            Resolution.Gone => visit.Missing(StatusCodes.Status410Gone),
            _ => visit.Missing(),
        };

    private sealed record Visit(View View, PageModels Model, SiteTheme Theme, AnswerHeaders Headers, string Path)
    {
        /// <summary>The page that the site puts first; null where the list of posts is.</summary>
        public PostRow? First { get; } =
            View.Site.Settings.Home is { } path && View.FindByPath(path) is { Metadata.Kind: PostKind.Page } post
                ? post
                : null;

        public AnswerResult Show(string template, Dictionary<string, object?> page)
        {
            var markdown = MarkdownAddress.Of(SiteAddress.Parse(Path));
            var link = markdown is null ? null : $"<{markdown}>; rel=\"alternate\"; type=\"text/markdown\"";
            var bytes = Encoding.UTF8.GetBytes(Html(template, page));
            return new(new(ContentType, bytes, headers: Headers with { Link = link }));
        }

        /// <summary>What was here before, or the page that says that nothing is.</summary>
        public IResult Missing()
        {
            var (redirect, status) = OldAddresses.Find(View, Path, Model.Paths.Post);
            return redirect ?? (IResult?)InSmallLetters() ?? Missing(status);
        }

        public PageResult Missing(int status) =>
            new(status, Html("missing", Model.Missing(isGone: status != StatusCodes.Status404NotFound)), Headers);

        // Posts are found in any letters; this is for the addresses of tags, authors and lists.
        private RedirectResult? InSmallLetters()
        {
            var small = Path.ToLowerInvariant();
            return small == Path ? null
                : SiteAddress.Parse(small) switch
                {
                    SiteAddress.Tag(var slug, _) => View.FindTag(slug) is { Tag.IsInternal: false },
                    SiteAddress.Author(var slug, _) => View.FindAuthor(slug) is not null,
                    SiteAddress.Archive or SiteAddress.Search or SiteAddress.Home => true,
                    _ => false,
                }
                    ? new RedirectResult(SiteAddress.WithSlash(small))
                : null;
        }

        private string Html(string template, Dictionary<string, object?> page) =>
            Theme.Render(template, page, new TemplateClock(Model.Zone, View.Now));
    }
}
