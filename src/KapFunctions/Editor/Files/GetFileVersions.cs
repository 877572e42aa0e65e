using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Files;

/// <summary>GET /api/editor/files/versions?path=: what is kept of a file, the newest first.</summary>
public sealed class GetFileVersions(FileReading files)
{
    [Function(nameof(GetFileVersions))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/editor/files/versions")]
            HttpRequest request,
        CancellationToken cancellation
    ) => files.VersionsAsync(request, cancellation);
}
