using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Keys;

/// <summary>POST /api/editor/keys/owner: makes an owner's key for whoever has the master key, which only the host knows: the first one of a
/// site, or another where all are lost.</summary>
public sealed class MakeOwnerKey(KeyOffice keys)
{
    /// <summary>Takes <c>{"name"}</c>.</summary>
    [Function(nameof(MakeOwnerKey))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/editor/keys/owner")] HttpRequest request,
        CancellationToken cancellation
    ) => keys.AddForOwnerAsync(request, cancellation);
}
