using System.Text;
using KapFunctions.Http;
using KapFunctions.Storage.Files;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Upcoming;

/// <summary>Next versions as editors see them: all, one beside the live file, and what is different.</summary>
public sealed class NextVersions(NextFiles files)
{
    public async Task<IResult> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.Query["path"].Count == 0)
        {
            return await ListAsync(cancellation);
        }

        var (path, problem) = NextPath.Of(request);
        if (problem is not null)
        {
            return problem;
        }

        var (next, text, live) = await ReadBothAsync(path, cancellation);
        return next is null
            ? Problems.FileNotFound(path)
            : new DataResult<NextDetails>(
                new(path, text!, next.Base, live, Outdated: next.Base != (live?.Etag ?? "")),
                NextJson.Default.NextDetails
            );
    }

    public async Task<IResult> CompareAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (path, problem) = NextPath.Of(request);
        if (problem is not null)
        {
            return problem;
        }

        var (next, text, live) = await ReadBothAsync(path, cancellation);
        return next is null
            ? Problems.FileNotFound(path)
            : new DataResult<NextDifference>(
                new(path, WordDiff.Of(live?.Markdown ?? "", text!.Markdown)),
                NextJson.Default.NextDifference
            );
    }

    /// <summary>Both texts as they stand, after neither was written.</summary>
    internal async Task<IResult> ConflictAsync(string path, CancellationToken cancellation)
    {
        var (next, text, live) = await ReadBothAsync(path, cancellation);
        return new DataResult<NextConflict>(
            new(path, text, next?.Base, live),
            NextJson.Default.NextConflict,
            StatusCodes.Status409Conflict
        );
    }

    private async Task<IResult> ListAsync(CancellationToken cancellation)
    {
        var all = await files.ListAsync(NextPublisher.MaxFiles, cancellation);
        return new DataResult<NextList>(
            new([
                .. all.Select(one => new NextSummary(
                    one.Live,
                    one.ETag,
                    one.Base,
                    one.Size,
                    one.ModifiedAt,
                    one.Written?.By
                )),
            ]),
            NextJson.Default.NextList
        );
    }

    private async Task<(NextFile? Next, VersionText? Text, VersionText? Live)> ReadBothAsync(
        string path,
        CancellationToken cancellation
    )
    {
        var live = await files.ReadLiveAsync(path, cancellation) is var (etag, there) ? TextOf(etag, there) : null;
        return await files.ReadAsync(path, cancellation) is var (next, text)
            ? (next, TextOf(next.ETag, text), live)
            : (null, null, live);
    }

    private static VersionText TextOf(string etag, byte[] text) => new(etag, Encoding.UTF8.GetString(text));
}
