using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Markdown;

/// <summary>GET /llms.txt: what there is, for programs that read text.</summary>
public sealed class GetLlms(MarkdownAnswers markdown)
{
    [Function(nameof(GetLlms))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "llms.txt")] HttpRequest request,
        CancellationToken cancellation
    ) => markdown.IndexAsync(cancellation);
}
