using System.Net;
using System.Text.RegularExpressions;
using KapFunctions.Content.Links;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Delivery.Lists;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Http;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Terms;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery.Feeds;

/// <summary>Makes feeds: of the site, of a tag, of an author.</summary>
public sealed partial class FeedAnswers(Answers answers, Bodies bodies, PublicUrls urls)
{
    // Posts in a feed: whoever reads it once a month still misses nothing.
    private const int MaxEntries = 20;

    public Task<IResult> OfSiteAsync(string fileName, CancellationToken cancellation) =>
        ServeAsync(fileName, _ => new Scope(null, null, ""), cancellation);

    public Task<IResult> OfTagAsync(string slug, string fileName, CancellationToken cancellation) =>
        ServeAsync(fileName, view => TagIn(view, slug), cancellation, "tag", slug);

    public Task<IResult> OfAuthorAsync(string slug, string fileName, CancellationToken cancellation) =>
        ServeAsync(fileName, view => AuthorIn(view, slug), cancellation, "author", slug);

    /// <summary>A feed of one of the site's languages, by its path behind that language; null where the path is of none.</summary>
    internal async ValueTask<IResult?> FindAsync(
        View view,
        string language,
        string path,
        CancellationToken cancellation
    ) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var file] when FormerFeeds.NameOf(file) is not null => await AnswerAsync(
                view,
                language,
                new Scope(null, null, ""),
                "",
                file,
                cancellation
            ),
            ["tag", var slug, var file] when FormerFeeds.NameOf(file) is not null => await AnswerAsync(
                view,
                language,
                TagIn(view, slug),
                slug,
                file,
                cancellation
            ),
            ["author", var slug, var file] when FormerFeeds.NameOf(file) is not null => await AnswerAsync(
                view,
                language,
                AuthorIn(view, slug),
                slug,
                file,
                cancellation
            ),
            _ => null,
        };

    private static Scope? TagIn(View view, string slug) =>
        view.FindTag(slug) is { Tag.IsInternal: false } tag ? new("tag", tag.Tag.Name, tag.Tag.Slug) : null;

    private static Scope? AuthorIn(View view, string slug) =>
        view.FindAuthor(slug) is { } author ? new("author", author.Author.Name, author.Author.Slug) : null;

    /// <summary>What is asked for by a name that it has elsewhere, or had before, is sent to its own.</summary>
    private async Task<IResult> ServeAsync(
        string fileName,
        Func<View, Scope?> scopeOf,
        CancellationToken cancellation,
        string folder = "",
        string slug = ""
    ) =>
        FormerFeeds.NameOf(fileName) is null
            ? Problems.FeedNotFound()
            : await answers.ServeAsync(
                $"feed/{folder}/{slug}/{fileName}",
                (view, token) => AnswerAsync(view, PostLanguages.FirstOf(view), scopeOf(view), slug, fileName, token),
                cancellation
            );

    private async ValueTask<IResult> AnswerAsync(
        View view,
        string? language,
        Scope? scope,
        string slug,
        string fileName,
        CancellationToken cancellation
    ) =>
        FormerFeeds.NameOf(fileName) is not { } name || FeedFormat.Find(name) is not { } format || scope is null
            ? Problems.FeedNotFound()
        : scope.Slug != slug || name != fileName
            ? new RedirectResult($"{view.Site.Settings.PrefixOf(language)}/{scope.Path}{name}")
        : new AnswerResult(
            format.Write(await ReadAsync(view, language, scope, name, cancellation)).With(AnswerHeaders.Feed)
        );

    private async Task<Feed> ReadAsync(
        View view,
        string? language,
        Scope scope,
        string fileName,
        CancellationToken cancellation
    )
    {
        var posts = view.Browse(
            new()
            {
                Filter = PostLanguages.Filter(
                    language,
                    scope.Field is { } field ? PostLanguages.Having(field, scope.Slug) : null
                ),
                Limit = MaxEntries,
            }
        ).Posts;
        var read = await bodies.ReadAllAsync(posts, cancellation);
        var site = view.Site.Settings.In(language);
        var addresses = urls.Of(view).In(site.PrefixOf(language));
        var entries = posts.Zip(read, (post, body) => EntryOf(new(post, body, site, addresses))).ToArray();
        return new(
            scope.Name is { } name ? $"{name} – {site.Title}" : site.Title,
            site.Description,
            site.Rendering.Language,
            addresses.Home + scope.Path,
            addresses.Home + scope.Path + fileName,
            (site.Icon ?? site.Logo) is { } icon ? addresses.Absolute(icon, addresses.Home) : null,
            entries.Length > 0 ? entries.Max(entry => entry.Updated) : null,
            entries
        );
    }

    private static FeedEntry EntryOf(PostView post)
    {
        var published = post.Row.DatedAt!.Value;
        return new(
            $"urn:uuid:{ContentIds.Uuid(post.Row.Id)}",
            post.Metadata.FormerFeedId,
            post.Url,
            post.Metadata.Title,
            post.Metadata.Excerpt,
            PostShape.Html(post),
            published,
            post.Metadata.Updated ?? published,
            PictureOf(post),
            SiteAuthors.Of(post.Row, post.Site),
            [.. SiteAuthors.TagsOf(post.Row, post.Site).Where(tag => !tag.IsInternal).Select(tag => tag.Name)],
            AudioIn(post)
        );
    }

    // The first recording in the text; null for none, or for one that is gone.
    private static FeedAudio? AudioIn(PostView post)
    {
        if (AudioSource().Match(post.Body!.Html) is not { Success: true } audio)
        {
            return null;
        }

        var source = WebUtility.HtmlDecode(audio.Groups["source"].Value);
        var type = MediaTypes.Of(source.Split('?', '#')[0]) ?? "audio/mpeg";
        return source.StartsWith(Placeholder.Scheme, StringComparison.Ordinal)
            ? post.Addresses.Resolve(source) is { } resolved
                ? new(resolved.Url, type, resolved.Size)
                : null
            : post.Addresses.Absolute(source, post.Url) is { } absolute
                ? new(absolute, type, null)
                : null;
    }

    private static FeedPicture? PictureOf(PostView post) =>
        post.Metadata.FeatureImage is { } image && post.Addresses.Absolute(image, post.Url) is { } address
            ? new(address, MediaTypes.Of(address.Split('?', '#')[0]), post.Metadata.FeatureImageAlt)
            : null;

    /// <summary>Our own HTML: a double quote delimits an attribute. Foreign recordings may be links.</summary>
    [GeneratedRegex(
        @"<(audio\b[^>]*?\ssrc|a\b(?=[^>]*\sclass=""foreign-audio"")[^>]*?\shref)=""(?<source>[^""]+)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AudioSource();

    // The posts of a feed. Field is the NQL field that they must meet; null for the whole site.
    private sealed record Scope(string? Field, string? Name, string Slug)
    {
        public string Path => Field is null ? "" : $"{Field}/{Uri.EscapeDataString(Slug)}/";
    }
}
