using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;
using KapFunctions.Http;
using KapFunctions.Http.SignIn;
using KapFunctions.Storage.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KapFunctions.Editor.Files;

/// <summary>What to restore: by default a deleted file's last version. No ETag: nothing may stand there.</summary>
internal sealed record RestoreRequest(string Path, string? Version, string? Etag);

/// <summary>Every write says which version of a file it replaces, and replaces no other.</summary>
public sealed class FileWriting(ContentFiles files, WriteRights rights, EditPublisher edited, TimeProvider clock)
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

        var person = Person.Of(request);
        if (path.Kind == ContentKind.Media)
        {
            return WriteRights.RefusalOfMedia(person, replaced)
                ?? await WriteAsync(path, request.Body, replaced, person, cancellation);
        }

        var text = new byte[request.ContentLength!.Value];
        await request.Body.ReadExactlyAsync(text, cancellation);
        return await rights.RefusalAsync(person, path, text, replaced, cancellation)
            ?? await WriteTextAsync(path, text, replaced, person, cancellation);
    }

    public async Task<IResult> DeleteAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (path, problem) = EditablePath.Of(request);
        var person = Person.Of(request);
        if ((problem ?? WriteRights.RefusalOf(person, path)) is { } refusal)
        {
            return refusal;
        }

        if (!ReplacedVersion.TryRead(request, out var known) || known is null)
        {
            return Problems.VersionRequired();
        }

        var result = await files.DeleteAsync(path.Path, known, person.Writes(clock.GetUtcNow()), cancellation);
        return result.IsDone || result.ETag is null
            ? await AnswerAsync(path.Path, etag: null, person, cancellation)
            : Problems.EditConflict(path.Path, result.ETag);
    }

    /// <summary>Makes a kept version the current one; what it replaces is kept like any other.</summary>
    internal async Task<IResult> RestoreAsync(RestoreRequest wanted, Person person, CancellationToken cancellation)
    {
        var (path, problem) = EditablePath.Of(wanted.Path);
        if (problem is not null)
        {
            return problem;
        }

        var version = wanted.Version ?? await FindLastAsync(path.Path, cancellation);
        await using var opened = version is null ? null : await files.OpenAsync(path.Path, version, cancellation);
        if (opened is null)
        {
            return Problems.FileNotFound(path.Path);
        }

        // What an editor replaced or deleted of media is the editors' to bring back.
        if (path.Kind == ContentKind.Media || opened.Size > path.MaxBytes)
        {
            return WriteRights.RefusalOf(person, path)
                ?? await WriteAsync(path, opened.Content, wanted.Etag, person, cancellation);
        }

        var text = new byte[opened.Size];
        await opened.Content.ReadExactlyAsync(text, cancellation);
        return await rights.RefusalAsync(person, path, text, wanted.Etag, cancellation)
            ?? await WriteAsync(path, new MemoryStream(text, writable: false), wanted.Etag, person, cancellation);
    }

    private async Task<string?> FindLastAsync(string path, CancellationToken cancellation) =>
        await files.ListVersionsAsync(path, cancellation) is [var last, ..] ? last.Id : null;

    private async Task<IResult> WriteAsync(
        EditablePath path,
        Stream content,
        string? replaced,
        Person person,
        CancellationToken cancellation
    )
    {
        var result = await files.WriteAsync(path.Path, content, FactsOf(path, person), replaced, cancellation);
        return result.IsDone
            ? await AnswerAsync(path.Path, result.ETag, person, cancellation)
            : Problems.EditConflict(path.Path, result.ETag);
    }

    // A text that stands there already counts as written: the answer to the first try may have got lost, and the second
    // must not be told of a conflict with itself.
    private async Task<IResult> WriteTextAsync(
        EditablePath path,
        byte[] text,
        string? replaced,
        Person person,
        CancellationToken cancellation
    )
    {
        var result = await files.WriteAsync(
            path.Path,
            new MemoryStream(text, writable: false),
            FactsOf(path, person),
            replaced,
            cancellation
        );
        return result.IsDone || (result.ETag is not null && await StandsThereAsync(path.Path, text, cancellation))
            ? await AnswerAsync(path.Path, result.ETag, person, cancellation)
            : Problems.EditConflict(path.Path, result.ETag);
    }

    private FileFacts FactsOf(EditablePath path, Person person) =>
        new(path.ContentType) { Written = person.Writes(clock.GetUtcNow()) };

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

    private async Task<IResult> AnswerAsync(string path, string? etag, Person person, CancellationToken cancellation) =>
        new DataResult<EditedFile>(
            await edited.LookAtAsync(path, etag, person, cancellation),
            FileJson.Default.EditedFile
        );

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
