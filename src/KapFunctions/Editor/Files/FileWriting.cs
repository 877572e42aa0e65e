using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;
using KapFunctions.Http;
using KapFunctions.Storage.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KapFunctions.Editor.Files;

/// <summary>What to restore: by default a deleted file's last version. No ETag: nothing may stand there.</summary>
internal sealed record RestoreRequest(string Path, string? Version, string? Etag);

/// <summary>Every write says which version of a file it replaces, and replaces no other.</summary>
public sealed class FileWriting(ContentFiles files, EditPublisher edited)
{
    public async Task<IResult> WriteAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (path, problem) = EditablePath.Of(request);
        if ((problem ?? Unfit(request, path)) is { } refusal)
        {
            return refusal;
        }

        if (!ReplacedVersion.TryRead(request, out var replaced))
        {
            return Problems.VersionRequired();
        }

        return path.Kind == ContentKind.Media
            ? await WriteAsync(path, request.Body, replaced, cancellation)
            : await WriteTextAsync(path, request, replaced, cancellation);
    }

    public async Task<IResult> DeleteAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (path, problem) = EditablePath.Of(request);
        if (problem is not null)
        {
            return problem;
        }

        if (!ReplacedVersion.TryRead(request, out var known) || known is null)
        {
            return Problems.VersionRequired();
        }

        var result = await files.DeleteAsync(path.Path, known, cancellation);
        return result.IsDone || result.ETag is null
            ? await AnswerAsync(path.Path, etag: null, cancellation)
            : Problems.EditConflict(path.Path, result.ETag);
    }

    /// <summary>Makes a kept version the current one; what it replaces is kept like any other.</summary>
    internal async Task<IResult> RestoreAsync(RestoreRequest wanted, CancellationToken cancellation)
    {
        var (path, problem) = EditablePath.Of(wanted.Path);
        if (problem is not null)
        {
            return problem;
        }

        var version = wanted.Version ?? await FindLastAsync(path.Path, cancellation);
        await using var opened = version is null ? null : await files.OpenAsync(path.Path, version, cancellation);
        return opened is null
            ? Problems.FileNotFound(path.Path)
            : await WriteAsync(path, opened.Content, wanted.Etag, cancellation);
    }

    private async Task<string?> FindLastAsync(string path, CancellationToken cancellation) =>
        await files.ListVersionsAsync(path, cancellation) is [var last, ..] ? last.Id : null;

    private async Task<IResult> WriteAsync(
        EditablePath path,
        Stream content,
        string? replaced,
        CancellationToken cancellation
    )
    {
        var result = await files.WriteAsync(path.Path, content, path.ContentType, replaced, cancellation);
        return result.IsDone
            ? await AnswerAsync(path.Path, result.ETag, cancellation)
            : Problems.EditConflict(path.Path, result.ETag);
    }

    // A text that stands there already counts as written: the answer to the first try may have got lost, and the second
    // must not be told of a conflict with itself.
    private async Task<IResult> WriteTextAsync(
        EditablePath path,
        HttpRequest request,
        string? replaced,
        CancellationToken cancellation
    )
    {
        var text = new byte[request.ContentLength!.Value];
        await request.Body.ReadExactlyAsync(text, cancellation);
        var result = await files.WriteAsync(
            path.Path,
            new MemoryStream(text, writable: false),
            path.ContentType,
            replaced,
            cancellation
        );
        return result.IsDone || (result.ETag is not null && await StandsThereAsync(path.Path, text, cancellation))
            ? await AnswerAsync(path.Path, result.ETag, cancellation)
            : Problems.EditConflict(path.Path, result.ETag);
    }

    private async Task<bool> StandsThereAsync(string path, byte[] text, CancellationToken cancellation)
    {
        await using var opened = await files.OpenAsync(path, version: null, cancellation);
        if (opened is null || opened.Size != text.Length)
        {
            return false;
        }

        var there = new byte[text.Length];
        await opened.Content.ReadExactlyAsync(there, cancellation);
        return there.AsSpan().SequenceEqual(text);
    }

    private async Task<IResult> AnswerAsync(string path, string? etag, CancellationToken cancellation) =>
        new DataResult<EditedFile>(await edited.LookAtAsync(path, etag, cancellation), FileJson.Default.EditedFile);

    private static IResult? Unfit(HttpRequest request, EditablePath path) =>
        request.ContentLength switch
        {
            null => Problems.LengthRequired(),
            var length when length > path.MaxBytes => Problems.FileTooLarge(path.MaxBytes),
            _ => null,
        };
}

/// <summary>The version that a write replaces, from its conditional headers.</summary>
internal static class ReplacedVersion
{
    /// <summary>False where the request does not say. A null ETag means: the file must be new.</summary>
    public static bool TryRead(HttpRequest request, out string? etag)
    {
        etag = null;
        var headers = request.Headers;
        if (EntityTagHeaderValue.TryParse(headers.IfMatch.ToString(), out var match) && !match.IsWeak)
        {
            etag = match.Tag.ToString();
            return !match.Equals(EntityTagHeaderValue.Any);
        }

        return headers.IfMatch.Count == 0 && headers.IfNoneMatch == "*";
    }
}
