using System.Text;
using System.Text.Json;
using KapFunctions.Content;
using KapFunctions.Content.Placeholders;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;
using KapFunctions.Content.Text;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Editor.Reports;
using KapFunctions.Http;
using KapFunctions.Publishing.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using KapFunctions.Site;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Preview;

/// <summary>Shows what readers do not see yet: behind a signed link, or to an editor who is writing.</summary>
public sealed class Previews(
    ContentStore content,
    RenderLimiter limiter,
    IndexReader index,
    ReadModel model,
    Freshness freshness,
    PublicUrls urls,
    PreviewTokens tokens,
    DraftPages pages,
    TimeProvider clock
)
{
    // JSON may write each byte of a source as six.
    private const int MaxRequestBytes = 6 * PostRenderer.MaxSourceBytes;

    private const int DefaultHours = 7 * 24;
    private const int MaxHours = 90 * 24;

    private static readonly FieldSelection Everything = new(null, PostShape.OptionalFields, PostShape.OptionalFields);

    public async Task<IResult> CreateAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (asked, problem) = await RequestBody.ReadAsync(
            request,
            PreviewJson.Default.PreviewRequest,
            MaxRequestBytes,
            cancellation
        );
        if (problem is not null)
        {
            return problem;
        }

        if (asked!.Path is not { } path || !IsPost(path))
        {
            return Problems.InvalidParameter("path", "must name a Markdown file below posts/ or pages/.");
        }

        return asked.Markdown is { } markdown
            ? await RenderAsync(new(path, Encoding.UTF8.GetBytes(markdown)), cancellation)
            : await LinkAsync(
                asked.Next == true ? NextPaths.Of(path) : path,
                asked.Hours ?? DefaultHours,
                cancellation
            );
    }

    public Task<IResult> JsonAsync(string token, CancellationToken cancellation) =>
        ShowAsync(
            token,
            (_, post) => Task.FromResult(JsonAnswer.Of(json => PostShape.Ghost.Write(json, post, Everything))),
            cancellation
        );

    public Task<IResult> HtmlAsync(string token, CancellationToken cancellation) =>
        ShowAsync(token, (view, post) => pages.OfAsync(view, post.Row, post.Body!, cancellation), cancellation);

    private async Task<IResult> LinkAsync(string path, int hours, CancellationToken cancellation)
    {
        if (hours is < 1 or > MaxHours)
        {
            return Problems.InvalidParameter("hours", $"must be between 1 and {MaxHours}.");
        }

        if ((await content.LookAsync(path, knownETag: null, cancellation)).Found is not { } source)
        {
            return Problems.SourceNotFound(path);
        }

        var ticket = new PreviewTicket(path, source.ETag, clock.GetUtcNow().AddHours(hours));
        if (tokens.Sign(ticket) is not { } token)
        {
            return Problems.PreviewNotConfigured();
        }

        var address = $"{urls.Self}/api/preview/{token}";
        var link = new PreviewLink(token, address + "/html", address, ticket.ExpiresAt);
        return new DataResult<PreviewLink>(link, PreviewJson.Default.PreviewLink);
    }

    /// <summary>What publishing the text would tell; null while there are no settings to render with.</summary>
    internal async Task<IReadOnlyList<Problem>?> CheckAsync(SourceFile file, CancellationToken cancellation)
    {
        if (await RenderInTurnAsync(file, cancellation) is not { } result)
        {
            return null;
        }

        var problems = await ProblemsAsync(file.Path, result, cancellation);
        var links = await WithViewAsync(
            view => Task.FromResult(result.Post is { } post ? LinkReports.Of(view, file, post).ToList() : null),
            cancellation
        );
        return [.. problems, .. links ?? []];
    }

    private async Task<IResult> RenderAsync(SourceFile file, CancellationToken cancellation)
    {
        var result = await RenderInTurnAsync(file, cancellation);
        if (result is null)
        {
            return Problems.NotReady();
        }

        var problems = await ProblemsAsync(file.Path, result, cancellation);
        var rendering = await WithViewAsync<PreviewRendering>(
            async view =>
                result.Post is { } rendered && PostIn(view, file, rendered, clock.GetUtcNow(), null) is { } post
                    ? new PreviewRendering(
                        HtmlOf(post),
                        TextOf(await pages.OfAsync(view, post.Row, post.Body!, cancellation)),
                        JsonOf(post),
                        rendered.Metadata.Draft,
                        [
                            .. problems,
                            .. LinkReports.Of(view, file, rendered),
                            .. ProblemReports.OfFields(view, new(view.Site.Settings), file.Path, rendered.Metadata),
                        ]
                    )
                    : new(null, null, null, result.Withdraws, problems),
            cancellation
        );
        return new DataResult<PreviewRendering>(rendering!, PreviewJson.Default.PreviewRendering);
    }

    // What publishing would tell: who edits hears of a slug that is taken before readers miss the post.
    private async Task<IReadOnlyList<Problem>> ProblemsAsync(
        string path,
        RenderResult result,
        CancellationToken cancellation
    )
    {
        if (result.Post is not { Metadata: var metadata })
        {
            return result.Problems;
        }

        var claim = (await index.ReadClaimAsync(metadata.Slug, cancellation)).Value;
        Problem[] taken =
            claim is null || claim.Path == path ? [] : [ContentProblems.SlugTaken(path, metadata.Slug, claim.Path)];
        return [.. taken, .. result.Problems, .. ProblemsOfTime.Of(path, metadata, clock.GetUtcNow())];
    }

    private async Task<IResult> ShowAsync(
        string token,
        Func<View, PostView, Task<Answer>> answerOf,
        CancellationToken cancellation
    )
    {
        if (tokens.Open(token) is not { } ticket)
        {
            return Problems.PreviewNotFound();
        }

        var source = (await content.LookAsync(ticket.Path, knownETag: null, cancellation)).Found;
        if (source?.ETag != ticket.ETag)
        {
            return Problems.PreviewOutdated();
        }

        // A next version is shown as the file that it is to be.
        var file = new SourceFile(NextPaths.LiveOf(ticket.Path) ?? ticket.Path, source.File.Bytes);
        var row = (await index.ReadPostAsync(file.Path, cancellation)).Value;
        var result = await RenderInTurnAsync(file, cancellation);
        var shown = await WithViewAsync(
            async view =>
                PostIn(view, file, result?.Post, source.CreatedAt, row) is { } post ? await answerOf(view, post) : null,
            cancellation
        );
        return (model.IsReady, shown) switch
        {
            (false, _) => Problems.NotReady(),
            (_, null) => Problems.PreviewBroken(),
            (_, { } answer) => new PreviewResult(answer),
        };
    }

    private async Task<T?> WithViewAsync<T>(Func<View, Task<T?>> use, CancellationToken cancellation)
    {
        using var view = await freshness.ReadAsync(cancellation);
        return view is null ? default : await use(view);
    }

    // Null while there are no settings to render with.
    private async Task<RenderResult?> RenderInTurnAsync(SourceFile file, CancellationToken cancellation) =>
        await WithViewAsync(view => Task.FromResult<RenderSettings?>(view.Site.Settings.Rendering), cancellation)
            is { } settings
            ? await limiter.RenderAsync(file, settings, cancellation)
            : null;

    private PostView? PostIn(View view, SourceFile file, RenderedPost? post, DateTimeOffset firstSeen, PostRow? row)
    {
        if (post is null)
        {
            return null;
        }

        var shown = new PostRow
        {
            Path = file.Path,
            Id = post.Metadata.Id ?? row?.Id ?? PostIdentity.FromPath(file.Path),
            FirstSeen = row?.FirstSeen ?? firstSeen,
            SourceETag = "",
            Metadata = post.Metadata.AsOf(view.Now),
        };
        return new(shown, post.Body, view.Site.Settings, urls.Of(view));
    }

    private static bool IsPost(string path) =>
        ContentPaths.KindOf(path) is ContentKind.Post or ContentKind.Page && SourcePath.IsAddressable(path);

    private static string HtmlOf(PostView post) => PlaceholderFiller.Fill(post.Body!.Html, post.Addresses.Resolve);

    private static string TextOf(Answer page) => Encoding.UTF8.GetString(page.FormFor(default).Bytes);

    private static JsonElement JsonOf(PostView post)
    {
        var answer = JsonAnswer.Of(json => PostShape.Ghost.Write(json, post, Everything));
        return JsonDocument.Parse(answer.FormFor(default).Bytes).RootElement;
    }
}
