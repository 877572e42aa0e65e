using System.Text;
using KapFunctions.Delivery;
using KapFunctions.Delivery.Search;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Http;
using KapFunctions.Query;
using KapFunctions.Query.Nql;
using KapFunctions.Site.Theme;
using KapFunctions.Storage.Index;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Site;

/// <summary>Makes the pages that readers see, from the same read model as the API.</summary>
public sealed class SitePages(
    Answers answers,
    Bodies bodies,
    PublicUrls urls,
    SearchKeeper search,
    ThemeFiles files,
    ThemeRenderer theme
)
{
    /// <summary>What pages are.</summary>
    public const string ContentType = "text/html; charset=utf-8";

    private const int PostsOnPage = 10;
    private const int RecentPosts = 3;
    private const int MaxQuestion = 200;

    /// <summary>Pages whose address ends with a slash; one without is sent there.</summary>
    public async Task<IResult> ServeAsync(HttpRequest request, string path, CancellationToken cancellation)
    {
        var address = SiteAddress.Parse(path);
        if (address is SiteAddress.Api)
        {
            return Problems.NoRoute();
        }

        if (address is SiteAddress.Asset(var name))
        {
            return files.Find(name) is { } asset ? new AnswerResult(asset, Lifetime.Immutable) : Problems.NoRoute();
        }

        if (address is not SiteAddress.Entry && path.Length > 0 && !path.EndsWith('/'))
        {
            return new RedirectResult(SiteAddress.WithSlash(path) + request.QueryString);
        }

        var question = address is SiteAddress.Search ? request.Query["q"].ToString().Trim() : "";
        return await answers.ServeAsync(
            $"page/{search.Runs}/{path}?{question}",
            (view, token) => AnswerAsync(address, view, path, question, token),
            cancellation
        );
    }

    private ValueTask<IResult> AnswerAsync(
        SiteAddress address,
        View view,
        string path,
        string question,
        CancellationToken cancellation
    )
    {
        var model = new PageModels(view, PublicUrls.PathsOf(view), urls.Of(view));
        return address switch
        {
            SiteAddress.Home(var page) => new(List(model, view, new PostQuery(), page, model.Home())),
            SiteAddress.Tag(var slug, var page) => new(
                view.FindTag(slug) is { } tag
                    ? List(model, view, Having("tag", slug), page, model.OfTag(tag.Tag))
                    : NotFound(model)
            ),
            SiteAddress.Author(var slug, var page) => new(
                view.FindAuthor(slug) is { } author
                    ? List(model, view, Having("author", slug), page, model.OfAuthor(author.Author))
                    : NotFound(model)
            ),
            SiteAddress.Archive => new(Page("archive", model.Archive(AllPosts(view)))),
            SiteAddress.Search => new(Search(model, view, question)),
            _ => EntryAsync(model, view, path, cancellation),
        };
    }

    private static PostQuery Having(string field, string slug) =>
        new() { Filter = NqlFilter.ParsePosts($"{field}:{NqlText.Quote(slug)}").Filter };

    private static IReadOnlyList<PostRow> AllPosts(View view) => view.Browse(new() { Limit = null }).Posts;

    private IResult List(PageModels model, View view, PostQuery query, int number, Dictionary<string, object?> page)
    {
        var found = view.Browse(query with { Limit = PostsOnPage, Page = number });
        if (found.Posts.Count == 0 && number > 1)
        {
            return NotFound(model);
        }

        model.AddList(page, found, number, PostsOnPage);
        return Page("list", page);
    }

    private AnswerResult Search(PageModels model, View view, string question)
    {
        var shortened = question.Length > MaxQuestion ? question[..MaxQuestion] : question;
        var hits = search.IsReady ? view.Search(new(shortened) { Limit = 30 }) : null;
        return Page("search", model.Search(shortened, hits));
    }

    private async ValueTask<IResult> EntryAsync(
        PageModels model,
        View view,
        string path,
        CancellationToken cancellation
    )
    {
        switch (view.Resolve(path))
        {
            case Resolution.Live(var post) when path.EndsWith('/'):
                var body = await bodies.ReadAsync(post, cancellation);
                var recent = view.Browse(new() { Limit = RecentPosts + 1 }).Posts;
                var page = model.Post(
                    post,
                    body,
                    [.. recent.Where(other => other.Path != post.Path).Take(RecentPosts)]
                );
                return Page("post", page);
            case Resolution.Live(var post):
                return new RedirectResult(model.Paths.Post(post.Metadata!.Slug));
            case Resolution.Redirect(_, var slug):
                return new RedirectResult(model.Paths.Post(slug));
            case Resolution.Gone:
                return new PageResult(StatusCodes.Status410Gone, theme.Render("missing", model.Missing(isGone: true)));
            default:
                return NotFound(model);
        }
    }

    private PageResult NotFound(PageModels model) =>
        new(StatusCodes.Status404NotFound, theme.Render("missing", model.Missing(isGone: false)));

    private AnswerResult Page(string template, Dictionary<string, object?> page) =>
        new(new(ContentType, Encoding.UTF8.GetBytes(theme.Render(template, page)), headers: AnswerHeaders.Page));
}
