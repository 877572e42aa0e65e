using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Keys;

/// <summary>POST /api/editor/keys: makes a key, which is told once and never again.</summary>
public sealed class AddKey(KeyOffice keys)
{
    /// <summary>Takes <c>{"name","role"}</c>.</summary>
    [Function(nameof(AddKey))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/editor/keys")] HttpRequest request,
        CancellationToken cancellation
    ) => keys.AddAsync(request, cancellation);
}
