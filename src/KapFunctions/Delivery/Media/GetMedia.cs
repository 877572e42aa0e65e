using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Media;

/// <summary>GET /media/{path}: a picture, a recording or another file that posts show.</summary>
public sealed class GetMedia(MediaAnswers media)
{
    [Function(nameof(GetMedia))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "media/{*path}")]
            HttpRequest request,
        string? path,
        CancellationToken cancellation
    ) => media.ServeAsync(request, path ?? "", cancellation);
}
