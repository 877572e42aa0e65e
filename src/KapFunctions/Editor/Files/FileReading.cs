using KapFunctions.Http;
using KapFunctions.Storage.Files;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Files;

/// <summary>A kept version of a file, as the API tells of it.</summary>
public sealed record FileVersions(string Path, IReadOnlyList<FileVersion> Versions);

/// <summary>A file below <c>media/</c>.</summary>
public sealed record MediaFiles(IReadOnlyList<ListedFile> Files);

/// <summary>Reads files as they stand in storage, and as they stood.</summary>
public sealed class FileReading(ContentFiles files)
{
    /// <summary>The most files of a list; beyond it nobody looks through a list any more.</summary>
    private const int MaxListed = 5000;

    /// <summary>The file, or the version of it that the query names.</summary>
    public async Task<IResult> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (path, problem) = EditablePath.Of(request);
        if (problem is not null)
        {
            return problem;
        }

        var version = request.Query["version"].ToString();
        var opened = await files.OpenAsync(path.Path, version.Length > 0 ? version : null, cancellation);
        return opened is null ? Problems.FileNotFound(path.Path) : new FileResult(opened);
    }

    /// <summary>The versions that are kept of a file.</summary>
    public async Task<IResult> VersionsAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (path, problem) = EditablePath.Of(request);
        if (problem is not null)
        {
            return problem;
        }

        var versions = await files.ListVersionsAsync(path.Path, cancellation);
        return versions.Count == 0
            ? Problems.FileNotFound(path.Path)
            : new DataResult<FileVersions>(new(path.Path, versions), FileJson.Default.FileVersions);
    }

    /// <summary>The files below <c>media/</c>.</summary>
    public async Task<IResult> MediaAsync(CancellationToken cancellation) =>
        new DataResult<MediaFiles>(
            new(await files.ListAsync("media/", MaxListed, cancellation)),
            FileJson.Default.MediaFiles
        );
}
