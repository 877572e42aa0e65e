using KapFunctions.Delivery.Lists;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Terms;

/// <summary>GET /api/authors/{slug}: an author and how many published posts are theirs.</summary>
public sealed class GetAuthor(ListAnswers lists)
{
    [Function(nameof(GetAuthor))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "api/authors/{slug}")]
            HttpRequest request,
        string slug,
        CancellationToken cancellation
    ) => lists.ReadAsync("authors", slug, cancellation);
}
