using KapFunctions.Content;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;
using KapFunctions.Http;
using KapFunctions.Http.SignIn;
using KapFunctions.Reading;
using KapFunctions.Storage.Files;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Files;

/// <summary>Which version of which file was reviewed, and by whom; no name leaves the one that is there.</summary>
internal sealed record ReviewRequest(string? Path, string? Etag, string? By);

/// <summary>Records that the very version that somebody read was reviewed.</summary>
public sealed class ReviewRecording(
    ContentStore content,
    ContentFiles files,
    EditPublisher edited,
    Freshness freshness,
    TimeProvider clock
)
{
    private const int MaxRequestBytes = 16 << 10;

    public async Task<IResult> RecordAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (asked, problem) = await RequestBody.ReadAsync(
            request,
            FileJson.Default.ReviewRequest,
            MaxRequestBytes,
            cancellation
        );
        if (problem is not null)
        {
            return problem;
        }

        var (path, refusal) = EditablePath.Of(asked!.Path ?? "");
        if (refusal is not null || path.Kind is not (ContentKind.Post or ContentKind.Page))
        {
            return refusal ?? Problems.InvalidParameter("path", "must name a Markdown file below posts/ or pages/.");
        }

        if (asked.Etag is not { Length: > 0 } etag)
        {
            return Problems.VersionRequired();
        }

        if ((await content.LookAsync(path.Path, knownETag: null, cancellation)).Found is not { Refusal: null } source)
        {
            return Problems.FileNotFound(path.Path);
        }

        return source.ETag == etag
            ? await RecordAsync(source, asked.By, Person.Of(request), cancellation)
            : Problems.EditConflict(path.Path, source.ETag);
    }

    private async Task<IResult> RecordAsync(Source source, string? by, Person person, CancellationToken cancellation)
    {
        RenderSettings settings;
        using (var view = await freshness.ReadAsync(cancellation))
        {
            if (view is null)
            {
                return Problems.NotReady();
            }

            settings = view.Site.Settings.Rendering;
        }

        var recorded = ReviewRecorder.Record(source.File, settings, settings.DayOf(clock.GetUtcNow()), by);
        if (recorded.Written is not { } written)
        {
            return Problems.ReviewRefused(recorded.Refusal!);
        }

        var path = source.File.Path;
        await using var bytes = new MemoryStream(written.Bytes.ToArray(), writable: false);
        var facts = new FileFacts(ContentTypes.Of(path)) { Written = person.Writes(clock.GetUtcNow()) };
        var result = await files.WriteAsync(path, bytes, facts, source.ETag, cancellation);
        return result.IsDone
            ? new DataResult<EditedFile>(
                await edited.LookAtAsync(path, result.ETag, person, cancellation),
                FileJson.Default.EditedFile
            )
            : Problems.EditConflict(path, result.ETag);
    }
}
