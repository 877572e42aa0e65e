using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Files;

/// <summary>GET /api/editor/media: the files below media/, by path.</summary>
public sealed class GetMediaFiles(FileReading files)
{
    [Function(nameof(GetMediaFiles))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "api/editor/media")] HttpRequest request,
        CancellationToken cancellation
    ) => files.MediaAsync(cancellation);
}
