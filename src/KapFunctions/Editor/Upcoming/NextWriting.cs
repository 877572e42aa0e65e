using KapFunctions.Content;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;
using KapFunctions.Editor.Files;
using KapFunctions.Editor.Preview;
using KapFunctions.Http;
using KapFunctions.Http.SignIn;
using KapFunctions.Storage.Files;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Upcoming;

/// <summary>Writes next versions, and puts them live.</summary>
public sealed class NextWriting(
    NextFiles files,
    NextVersions versions,
    NextPublisher publisher,
    Previews previews,
    EditPublisher edited,
    TimeProvider clock
)
{
    private const int MaxRequestBytes = 16 << 10;

    public async Task<IResult> WriteAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (path, problem) = NextPath.Of(request);
        if (problem is not null)
        {
            return problem;
        }

        if (!ReplacedVersion.TryRead(request, out var replaced))
        {
            return Problems.VersionRequired();
        }

        if (await RequestBody.ReadAsync(request, PostRenderer.MaxSourceBytes, cancellation) is not { } text)
        {
            return Problems.FileTooLarge(PostRenderer.MaxSourceBytes);
        }

        var known = await files.ReadAsync(path, cancellation);
        var madeFrom = request.Query["base"] is [{ } given] ? given : known?.File.Base;
        if (madeFrom is { Length: > 0 } && !IsETag(madeFrom))
        {
            return Problems.InvalidParameter("base", "must be the ETag of the live file, or empty for a new one.");
        }

        var by = Person.Of(request).Writes(clock.GetUtcNow());
        var written = await files.WriteAsync(path, text, madeFrom, replaced, by, cancellation);
        if (!written.IsDone && !(known is { } there && there.Text.AsSpan().SequenceEqual(text)))
        {
            return Problems.EditConflict(NextPaths.Of(path), written.ETag);
        }

        return await previews.CheckAsync(new(path, text), cancellation) is { } problems
            ? new DataResult<NextWritten>(
                new(path, written.ETag ?? known!.Value.File.ETag, madeFrom, problems),
                NextJson.Default.NextWritten
            )
            : Problems.NotReady();
    }

    public async Task<IResult> DeleteAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (path, problem) = NextPath.Of(request);
        if (problem is not null)
        {
            return problem;
        }

        if (!ReplacedVersion.TryRead(request, out var known) || known is null)
        {
            return Problems.VersionRequired();
        }

        var deleted = await files.DeleteAsync(path, known, cancellation);
        return deleted.IsDone || deleted.ETag is null
            ? Results.StatusCode(StatusCodes.Status204NoContent)
            : Problems.EditConflict(NextPaths.Of(path), deleted.ETag);
    }

    public async Task<IResult> PublishAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (asked, refusal) = await RequestBody.ReadAsync(
            request,
            NextJson.Default.PublishRequest,
            MaxRequestBytes,
            cancellation
        );
        if (refusal is not null)
        {
            return refusal;
        }

        var (path, problem) = NextPath.Of(asked!.Path ?? "");
        if (problem is not null)
        {
            return problem;
        }

        if (!IsETag(asked.Etag) || (asked.Over is { Length: > 0 } over && !IsETag(over)))
        {
            return Problems.VersionRequired();
        }

        if (await files.ReadAsync(path, cancellation) is var (next, text) && next.ETag == asked.Etag)
        {
            var problems = await previews.CheckAsync(new(path, text), cancellation);
            if (problems is null || problems.Any(one => one.Severity == Severity.Error))
            {
                return problems is null ? Problems.NotReady() : Problems.NextBroken(path, problems);
            }
        }

        var person = Person.Of(request);
        var (outcome, etag) = await publisher.PublishAsync(
            path,
            asked.Etag!,
            asked.Over,
            person.Writes(clock.GetUtcNow()),
            cancellation
        );
        return outcome switch
        {
            NextOutcome.Done => new DataResult<EditedFile>(
                await edited.LookAtAsync(path, etag, person, cancellation),
                NextJson.Default.EditedFile
            ),
            NextOutcome.Missing => Problems.FileNotFound(NextPaths.Of(path)),
            _ => await versions.ConflictAsync(path, cancellation),
        };
    }

    private static bool IsETag(string? text) =>
        text is ['"', .., '"'] and { Length: > 2 and < 100 } && text.All(c => c is > ' ' and < '\u007F');
}
