using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Preview;

/// <summary>POST /api/editor/preview: a link to a draft or scheduled post, or what unsaved text would become. Nothing is stored.</summary>
public sealed class CreatePreview(Previews previews)
{
    /// <summary>Answers with the link or the rendering.</summary>
    [Function(nameof(CreatePreview))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/editor/preview")] HttpRequest request,
        CancellationToken cancellation
    ) => previews.CreateAsync(request, cancellation);
}
