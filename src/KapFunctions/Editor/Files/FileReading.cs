using KapFunctions.Http;
using KapFunctions.Storage.Files;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Files;

internal sealed record FileVersions(string Path, IReadOnlyList<FileVersion> Versions);

public sealed class FileReading(ContentFiles files)
{
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
}
