using System.Text;
using System.Text.Json;
using KapFunctions.Content.Placeholders;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Text;
using KapFunctions.Delivery.Markdown;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Http;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using KapFunctions.Storage.Index;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery.Posts;

public sealed class PostAnswers(Answers answers, Bodies bodies, PublicUrls urls, MarkdownAnswers markdown)
{
    public Task<IResult> JsonAsync(string slug, string? language, CancellationToken cancellation) =>
        ServeAsync("post", new(slug, language), urlOf: (_, name) => $"/api/posts/{name}", WriteAsync, cancellation);

    /// <summary>The page as JSON; a post is none.</summary>
    public Task<IResult> PageJsonAsync(string slug, string? language, CancellationToken cancellation) =>
        ServeAsync(
            "pages",
            new(slug, language),
            urlOf: (kind, name) => kind == PostKind.Page ? $"/api/pages/{name}" : null,
            WriteAsync,
            cancellation,
            isShown: post => post.Metadata!.Kind == PostKind.Page
        );

    public Task<IResult> HtmlAsync(string slug, string? language, CancellationToken cancellation) =>
        ServeAsync(
            "html",
            new(slug, language),
            urlOf: (_, name) => $"/api/posts/{name}/html",
            async (view, post, token) =>
            {
                var body = await bodies.ReadAsync(post, token);
                var html = PostShape.Article(new(post, body, view.Site.Settings, urls.Of(view)));
                return new(
                    "text/html; charset=utf-8",
                    Encoding.UTF8.GetBytes(html),
                    MarkdownAnswers.LastModified(post)
                );
            },
            cancellation
        );

    public Task<IResult> SourceAsync(string slug, string? language, CancellationToken cancellation) =>
        ServeAsync(
            "source",
            new(slug, language),
            urlOf: (_, name) => $"/api/posts/{name}/source",
            markdown.OfAsync,
            cancellation
        );

    private async ValueTask<Answer> WriteAsync(View view, PostRow post, CancellationToken cancellation)
    {
        var body = await bodies.ReadAsync(post, cancellation);
        var shown = new PostView(post, body, view.Site.Settings, urls.Of(view))
        {
            Translations = new TranslationGroups(view).Of(post),
        };
        return JsonAnswer.Of(PostDetails.Of(view, shown).Write);
    }

    // Serves what stands at the slug, where it is shown here at all; what moved, or is called in capitals, where there is an
    // address for it.
    private Task<IResult> ServeAsync(
        string form,
        AskedSlug asked,
        Func<PostKind, string, string?> urlOf,
        Func<View, PostRow, CancellationToken, ValueTask<Answer>> make,
        CancellationToken cancellation,
        Func<PostRow, bool>? isShown = null
    ) =>
        answers.ServeAsync(
            $"{form}/{asked}",
            async (view, token) =>
            {
                var slug = asked.In(view.Site.Settings);
                return view.Resolve(slug) switch
                {
                    Resolution.Live(var post) when isShown?.Invoke(post) != false => post.Metadata!.Slug == slug
                        ? new AnswerResult(await make(view, post, token))
                        : new RedirectResult(urlOf(post.Metadata.Kind, Uri.EscapeDataString(post.Metadata.Slug))!),
                    Resolution.Redirect(var kind, var name) when urlOf(kind, Uri.EscapeDataString(name)) is { } url =>
                        new RedirectResult(url),
                    Resolution.Gone => Problems.PostGone(slug),
                    _ => Problems.PostNotFound(slug),
                };
            },
            cancellation
        );
}
