using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Files;

/// <summary>PUT /api/editor/files?path=: writes a file and publishes it.</summary>
public sealed class PutFile(FileWriting files)
{
    /// <summary>Needs If-Match with the version that is replaced, or <c>If-None-Match: *</c> for a new file.</summary>
    [Function(nameof(PutFile))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/editor/files")] HttpRequest request,
        CancellationToken cancellation
    ) => files.WriteAsync(request, cancellation);
}
