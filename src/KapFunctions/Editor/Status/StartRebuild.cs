using KapFunctions.Publishing.Repair;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Status;

/// <summary>POST /api/editor/rebuild: has everything rendered anew, in place, while readers read on.</summary>
public sealed class StartRebuild(Rebuilder rebuilder)
{
    [Function(nameof(StartRebuild))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/editor/rebuild")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        await rebuilder.StartAsync(cancellation);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }
}
