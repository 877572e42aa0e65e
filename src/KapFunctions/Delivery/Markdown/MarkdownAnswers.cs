using System.Globalization;
using System.Text;
using KapFunctions.Content.MarkdownExport;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Delivery.Lists;
using KapFunctions.Http;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using KapFunctions.Storage.Index;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery.Markdown;

/// <summary>The site for programs that read text: each post as Markdown, and what there is as
/// https://llmstxt.org describes it.</summary>
public sealed class MarkdownAnswers(Answers answers, Bodies bodies, PublicUrls urls)
{
    /// <summary>Posts that <c>/llms.txt</c> lists; the archive and the sitemap have all of them.</summary>
    public const int MaxListed = 500;

    /// <summary>Of <c>/llms-full.txt</c>, in bytes: the newest posts that fit. A longer answer would be kept by nobody, and
    /// written again for each who asks.</summary>
    public const int MaxFull = JsonDraft.MaxInMemory;

    private const string ContentType = "text/markdown; charset=utf-8";

    /// <summary>Written from the finished article when it is asked for: few ask, and every publish would pay for it.
    /// The author's file holds what is private, so it is never answered.</summary>
    internal async ValueTask<Answer> OfAsync(View view, PostRow post, CancellationToken cancellation)
    {
        var text = await TextAsync(view, post, cancellation);
        // The page is the one for search engines: https://www.rfc-editor.org/rfc/rfc6596
        var headers = AnswerHeaders.Data with
        {
            Link = $"<{urls.Of(view).Post(post.Metadata!.Slug)}>; rel=\"canonical\"",
        };
        return new(ContentType, Encoding.UTF8.GetBytes(text), LastModified(post), headers);
    }

    /// <summary>What there is in one of the site's languages; null for all.</summary>
    internal Answer Index(View view, string? language = null)
    {
        var site = view.Site.Settings;
        var filter = PostLanguages.Filter(language);
        var text = Head(site.In(language), urls.Of(view).In(site.PrefixOf(language)));
        AddList(text, view, "Posts", new() { Limit = MaxListed, Filter = filter });
        AddList(
            text,
            view,
            "Pages",
            new()
            {
                Kind = PostKind.Page,
                Limit = MaxListed,
                Filter = filter,
            }
        );
        return new(ContentType, Encoding.UTF8.GetBytes(text.ToString()));
    }

    public Task<IResult> IndexAsync(CancellationToken cancellation) =>
        answers.ServeAsync("llms", (view, _) => new(new AnswerResult(Index(view))), cancellation);

    public Task<IResult> FullAsync(CancellationToken cancellation) =>
        answers.ServeAsync("llms-full", FullAsync, cancellation);

    private async ValueTask<IResult> FullAsync(View view, CancellationToken cancellation)
    {
        var text = Head(view.Site.Settings, urls.Of(view));
        var more = $"\nMore is listed in {urls.Self}/llms.txt\n";
        var room = MaxFull - Encoding.UTF8.GetByteCount(text + more);
        foreach (var post in view.Browse(new() { Kind = null, Limit = MaxListed }).Posts)
        {
            var one = "\n" + await TextAsync(view, post, cancellation);
            room -= Encoding.UTF8.GetByteCount(one);
            if (room < 0)
            {
                text.Append(more);
                break;
            }

            text.Append(one);
        }

        return new AnswerResult(new(ContentType, Encoding.UTF8.GetBytes(text.ToString())));
    }

    private async Task<string> TextAsync(View view, PostRow post, CancellationToken cancellation)
    {
        var addresses = urls.Of(view);
        var home = addresses.Post(post.Metadata!.Slug);
        var body = await bodies.ReadAsync(post, cancellation);
        return PostMarkdown.Of(post.Metadata, post.PublishedAt, body, address => addresses.Absolute(address, home));
    }

    private static StringBuilder Head(SiteSettings site, PublicAddresses addresses)
    {
        var text = new StringBuilder($"# {PostMarkdown.Line(site.Title)}\n");
        AddQuotation(site.Description);
        AddQuotation(site.Disclaimer);
        return text.Append(CultureInfo.InvariantCulture, $"\nThe site: {addresses.Home}\n");

        void AddQuotation(string? sentence)
        {
            if (!string.IsNullOrWhiteSpace(sentence))
            {
                text.Append(CultureInfo.InvariantCulture, $"\n> {PostMarkdown.Line(sentence)}\n");
            }
        }
    }

    private void AddList(StringBuilder text, View view, string heading, PostQuery query)
    {
        var posts = view.Browse(query).Posts;
        if (posts.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n");
        foreach (var post in posts)
        {
            var (title, excerpt) = (post.Metadata!.Title, post.Metadata.CustomExcerpt ?? post.Metadata.Excerpt);
            var address = $"{urls.Self}/{PublicAddresses.PathOf(post.Metadata.Slug)}.md";
            text.Append(CultureInfo.InvariantCulture, $"- [{PostMarkdown.Line(title)}]({address})");
            text.Append(string.IsNullOrWhiteSpace(excerpt) ? "\n" : $": {PostMarkdown.Line(excerpt)}\n");
        }
    }

    // When readers last saw it change. What its author says of that is no help: a correction may leave it as it is.
    internal static DateTimeOffset? LastModified(PostRow post) =>
        post.OnlineAt > post.PublishedAt ? post.OnlineAt : post.PublishedAt;
}
