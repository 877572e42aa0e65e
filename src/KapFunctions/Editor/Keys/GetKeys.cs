using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Keys;

/// <summary>GET /api/editor/keys: whose keys there are, and when each was last used; no key itself.</summary>
public sealed class GetKeys(KeyOffice keys)
{
    [Function(nameof(GetKeys))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/editor/keys")] HttpRequest request,
        CancellationToken cancellation
    ) => keys.ListAsync(cancellation);
}
