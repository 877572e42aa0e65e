using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Files;

/// <summary>GET /api/editor/files?path=: the file as it stands, or the <c>version</c> that is asked for.</summary>
public sealed class GetFile(FileReading files)
{
    [Function(nameof(GetFile))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/editor/files")] HttpRequest request,
        CancellationToken cancellation
    ) => files.ReadAsync(request, cancellation);
}
