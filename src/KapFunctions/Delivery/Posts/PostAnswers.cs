using System.Text;
using System.Text.Json;
using KapFunctions.Content.MarkdownExport;
using KapFunctions.Content.Placeholders;
using KapFunctions.Content.Text;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Http;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using KapFunctions.Storage.Index;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery.Posts;

/// <summary>Makes the answers that show one post.</summary>
public sealed class PostAnswers(Answers answers, Bodies bodies, PublicUrls urls)
{
    /// <summary>The post as JSON.</summary>
    public Task<IResult> JsonAsync(string slug, CancellationToken cancellation) =>
        ServeAsync(
            $"post/{slug}",
            slug,
            urlOf: post => $"/api/posts/{Uri.EscapeDataString(post.Slug)}",
            async (view, post, token) =>
            {
                var shown = new PostView(post, await bodies.ReadAsync(post, token), view.Site.Settings, urls.Of(view));
                return JsonAnswer.Of(PostDetails.Of(view, shown).Write);
            },
            cancellation
        );

    /// <summary>The article alone, as HTML.</summary>
    public Task<IResult> HtmlAsync(string slug, CancellationToken cancellation) =>
        ServeAsync(
            $"html/{slug}",
            slug,
            urlOf: post => $"/api/posts/{Uri.EscapeDataString(post.Slug)}/html",
            async (view, post, token) =>
            {
                var body = await bodies.ReadAsync(post, token);
                var html = PlaceholderFiller.Fill(body.Html, urls.Of(view).Resolve);
                return new("text/html; charset=utf-8", Encoding.UTF8.GetBytes(html), LastModified(post));
            },
            cancellation
        );

    /// <summary>
    /// The Markdown that readers may have, written from the finished article when it is asked for: few ask, and every publish
    /// would pay for it. The author's file is never answered here: it holds what is private.
    /// </summary>
    public Task<IResult> SourceAsync(string slug, CancellationToken cancellation) =>
        ServeAsync(
            $"source/{slug}",
            slug,
            urlOf: post => $"/api/posts/{Uri.EscapeDataString(post.Slug)}/source",
            async (view, post, token) =>
            {
                var addresses = urls.Of(view);
                var home = addresses.Post(post.Metadata!.Slug);
                var body = await bodies.ReadAsync(post, token);
                var markdown = PostMarkdown.Of(
                    post.Metadata!,
                    post.PublishedAt,
                    body,
                    address => addresses.Absolute(address, home)
                );
                return new("text/markdown; charset=utf-8", Encoding.UTF8.GetBytes(markdown), LastModified(post));
            },
            cancellation
        );

    private Task<IResult> ServeAsync(
        string key,
        string slug,
        Func<Resolution.Redirect, string> urlOf,
        Func<View, PostRow, CancellationToken, ValueTask<Answer>> make,
        CancellationToken cancellation
    ) =>
        answers.ServeAsync(
            key,
            async (view, token) =>
                view.Resolve(slug) switch
                {
                    Resolution.Live live => new AnswerResult(await make(view, live.Post, token)),
                    Resolution.Redirect moved => new RedirectResult(urlOf(moved)),
                    Resolution.Gone => Problems.PostGone(slug),
                    _ => Problems.PostNotFound(slug),
                },
            cancellation
        );

    /// <summary>When readers last saw it change. What its author says of that is no help: a correction may leave it as it is.</summary>
    private static DateTimeOffset? LastModified(PostRow post) =>
        post.OnlineAt > post.PublishedAt ? post.OnlineAt : post.PublishedAt;
}
