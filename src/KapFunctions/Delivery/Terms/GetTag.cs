using KapFunctions.Delivery.Lists;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Terms;

/// <summary>GET /api/tags/{slug}: a tag and how many published posts have it.</summary>
public sealed class GetTag(ListAnswers lists)
{
    [Function(nameof(GetTag))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "api/tags/{slug}")]
            HttpRequest request,
        string slug,
        CancellationToken cancellation
    ) => lists.ReadAsync("tags", slug, cancellation);
}
