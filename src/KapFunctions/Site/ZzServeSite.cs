using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Site;

/// <summary>GET anything else: the pages that readers see. The name sorts last, since the Azure host tries functions in
/// the order of their names, and this one takes every path.</summary>
public sealed class ZzServeSite(SitePages pages)
{
    [Function("zzServeSite")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "{*path}")] HttpRequest request,
        string? path,
        CancellationToken cancellation
    ) => pages.ServeAsync(request, path ?? "", cancellation);
}
