using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Files;

/// <summary>DELETE /api/editor/files?path=: deletes the version that If-Match names; it can be restored.</summary>
public sealed class DeleteFile(FileWriting files)
{
    [Function(nameof(DeleteFile))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/editor/files")] HttpRequest request,
        CancellationToken cancellation
    ) => files.DeleteAsync(request, cancellation);
}
