using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Files;

/// <summary>DELETE /api/editor/files?path=: deletes a file; its last state can be restored.</summary>
public sealed class DeleteFile(FileWriting files)
{
    /// <summary>Needs If-Match with the version that is deleted.</summary>
    [Function(nameof(DeleteFile))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "api/editor/files")] HttpRequest request,
        CancellationToken cancellation
    ) => files.DeleteAsync(request, cancellation);
}
