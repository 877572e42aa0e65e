using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Pasting;

/// <summary>POST /api/editor/markdown: HTML of a clipboard as Markdown, by the rules of imports.</summary>
public sealed class ConvertToMarkdown(PastedHtml pasted)
{
    [Function(nameof(ConvertToMarkdown))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/editor/markdown")] HttpRequest request,
        CancellationToken cancellation
    ) => pasted.ConvertAsync(request, cancellation);
}
