using KapFunctions.Http;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Ghost;

/// <summary>GET /api/settings: what the site is called, its menus and its accounts.</summary>
public sealed class GetSettings(Answers answers, GhostSettings settings)
{
    [Function(nameof(GetSettings))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "api/settings")]
            HttpRequest request,
        CancellationToken cancellation
    ) => answers.ServeAsync("settings", (view, _) => new(new AnswerResult(settings.Of(view))), cancellation);
}
