using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Markdown;

/// <summary>GET /llms-full.txt: the newest posts whole, as Markdown.</summary>
public sealed class GetLlmsFull(MarkdownAnswers markdown)
{
    [Function(nameof(GetLlmsFull))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "llms-full.txt")]
            HttpRequest request,
        CancellationToken cancellation
    ) => markdown.FullAsync(cancellation);
}
