using KapFunctions.Content.Posts;
using KapFunctions.Content.Themes;
using KapFunctions.Delivery.Feeds;
using KapFunctions.Delivery.Ghost;
using KapFunctions.Delivery.Lists;
using KapFunctions.Delivery.Markdown;
using KapFunctions.Http;
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
    FeedAnswers feeds,
    SiteOptions options
)
{
    public const string ContentType = "text/html; charset=utf-8";

    private const int PostsOnPage = 10;
    private const int PostsInArchive = 200;
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

        var wantsMarkdown = MarkdownAddress.IsWanted(request.Headers.Accept);
        var question =
            address is SiteAddress.Search || LanguageAddress.MayBeSearch(path)
                ? Shortened(request.Query["q"].ToString())
                : "";
        return await answers.ServeAsync(
            // Where a language begins, and so which Markdown is beside the page, only the site knows.
            $"{(wantsMarkdown ? "markdown-or-page" : "page")}/{path}?{question}",
            async (view, token) =>
            {
                var site = view.Site.Settings;
                var place = LanguageAddress.Of(site, path);
                var own = place.Prefix.Length == 0 ? address : place.Parse(path);
                if (
                    own is not (SiteAddress.Entry or SiteAddress.MarkdownIndex)
                    && path.Length > 0
                    && !path.EndsWith('/')
                )
                {
                    return new RedirectResult(SiteAddress.WithSlash(path));
                }

                if (wantsMarkdown && MarkdownAddress.Of(own, place.Prefix) is { } other)
                {
                    return RedirectResult.ToOtherForm(other);
                }

                var visit = PageVisit.At(
                    path,
                    view,
                    urls.Of(view),
                    await themes.OfAsync(view, token),
                    PageHeaders.Of(site, options)
                );
                return
                    place.Prefix.Length > 0
                    && own is SiteAddress.Entry
                    && await feeds.FindAsync(view, place.Language!, place.Rest, token) is { } feed
                    ? feed
                    : await AnswerAsync(own, visit, path, question, token);
            },
            cancellation
        );
    }

    private ValueTask<IResult> AnswerAsync(
        SiteAddress address,
        PageVisit visit,
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
                : Terms(visit, "tag", slug, paths => paths.Tag(slug), page, visit.Model.OfTag(tag))
            ),
            SiteAddress.Author(var slug, var page) => new(
                visit.View.FindAuthor(slug) is not { Author: var author } ? visit.Missing()
                : author.Slug != slug ? new RedirectResult(visit.Model.Paths.Author(author.Slug))
                : Terms(visit, "author", slug, paths => paths.Author(slug), page, visit.Model.OfAuthor(author))
            ),
            SiteAddress.Archive(var page) => new(Archive(visit, page)),
            SiteAddress.Search => new(Search(visit, question)),
            SiteAddress.MarkdownIndex => new(
                new AnswerResult(
                    markdown.Index(visit.View, visit.Place.Prefix.Length == 0 ? null : visit.Place.Language)
                )
            ),
            _ => EntryAsync(visit, path, cancellation),
        };

    // Where the page that is to stand first is not online, the list of posts does.
    private async ValueTask<IResult> FirstAsync(PageVisit visit, CancellationToken cancellation)
    {
        if (visit.First is not { } first)
        {
            return Home(visit, 1);
        }

        visit.Versions.AreEverywhere(paths => paths.Home);
        var page = visit.Model.First(first, await bodies.ReadAsync(first, cancellation));
        PostPages.AddParts(visit, page);
        return visit.Show("home", page);
    }

    private static IResult Home(PageVisit visit, int number)
    {
        var page = visit.Model.Home(visit.First is null ? null : visit.Model.SecondList);
        if (number == 1 && visit.First is null)
        {
            visit.Versions.AreEverywhere(paths => paths.Home);
        }

        return number == 1 && visit.First is null && PostPages.Featured(visit) is { } featured
            ? List(visit, visit.Posts(), number, page, featured)
            : List(visit, visit.Posts(), number, page);
    }

    // Where it is empty in this language, it is shown in the first that has some.
    private static IResult Terms(
        PageVisit visit,
        string field,
        string slug,
        Func<PublicAddresses, string> address,
        int number,
        Dictionary<string, object?> page
    )
    {
        if (visit.Place.Language is not null && number == 1)
        {
            visit.Versions.AreOfList(field, slug, address);
            if (
                visit.Versions.Of(visit.Place.Language) is null
                && visit.Versions.Any is { } other
                && other != address(visit.Model.Paths)
            )
            {
                return new RedirectResult(other);
            }
        }

        return List(visit, visit.Posts(PostLanguages.Having(field, slug)), number, page);
    }

    private static IResult List(
        PageVisit visit,
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

    private static IResult Archive(PageVisit visit, int number)
    {
        var found = visit.View.Browse(visit.Posts() with { Limit = PostsInArchive, Page = number });
        if (number == 1)
        {
            visit.Versions.AreEverywhere(paths => paths.Home + "archive/");
        }

        return found.Posts.Count == 0 && number > 1
            ? visit.Missing()
            : visit.Show("archive", visit.Model.Archive(found, number, PostsInArchive));
    }

    private AnswerResult Search(PageVisit visit, string question)
    {
        var found = search.IsReady
            ? visit.View.Search(new(question) { Limit = MaxHits, Language = visit.Place.Language })
            : null;
        return visit.Show("search", visit.Model.Search(question, found));
    }

    private static string Shortened(string question)
    {
        var trimmed = question.Trim();
        return trimmed.Length > MaxQuestion ? trimmed[..MaxQuestion] : trimmed;
    }

    private async ValueTask<IResult> EntryAsync(PageVisit visit, string path, CancellationToken cancellation)
    {
        switch (visit.View.Resolve(path))
        {
            case Resolution.Live(var post) when post.Path == visit.First?.Path:
                return new RedirectResult(visit.Model.Paths.Home);
            case Resolution.Live(var post) when path == post.Metadata!.Slug + "/":
                var body = await bodies.ReadAsync(post, cancellation);
                return visit.Show("post", PostPages.Of(visit, post, body));
            case Resolution.Live(var post):
                return new RedirectResult(visit.Model.Paths.Post(post.Metadata!.Slug));
            default:
                return MarkdownAddress.PageOf(path) is { } slug
                    ? await MarkdownAsync(visit, slug, cancellation)
                    : visit.Missing();
        }
    }

    private async ValueTask<IResult> MarkdownAsync(PageVisit visit, string path, CancellationToken cancellation) =>
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
}
