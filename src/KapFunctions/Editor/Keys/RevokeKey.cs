using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Keys;

/// <summary>DELETE /api/editor/keys?name=: takes a key back; within ten seconds it opens nothing anywhere.</summary>
public sealed class RevokeKey(KeyOffice keys)
{
    [Function(nameof(RevokeKey))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/editor/keys")] HttpRequest request,
        CancellationToken cancellation
    ) => keys.RevokeAsync(request, cancellation);
}
