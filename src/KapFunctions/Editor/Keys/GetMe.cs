using KapFunctions.Http;
using KapFunctions.Http.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Keys;

/// <summary>GET /api/editor/me: who asks, and the role that they have.</summary>
public sealed class GetMe
{
    [Function(nameof(GetMe))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/editor/me")] HttpRequest request
    ) => new DataResult<Me>(Me.Of(Person.Of(request)), KeyJson.Default.Me);
}
