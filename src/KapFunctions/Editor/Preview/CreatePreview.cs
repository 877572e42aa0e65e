using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Preview;

/// <summary>POST /api/editor/preview: a link to an unpublished post, or a rendering of text not saved.</summary>
public sealed class CreatePreview(Previews previews)
{
    [Function(nameof(CreatePreview))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/editor/preview")] HttpRequest request,
        CancellationToken cancellation
    ) => previews.CreateAsync(request, cancellation);
}
