using KapFunctions.Http;
using KapFunctions.Query.Posts;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.Posts;

/// <summary>GET /api/archive: how many posts each year and month has, latest first.</summary>
public sealed class GetArchive(Answers answers)
{
    [Function(nameof(GetArchive))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "api/archive")]
            HttpRequest request,
        CancellationToken cancellation
    ) =>
        answers.ServeAsync(
            "archive",
            (view, _) => new(new AnswerResult(DataAnswer.Of(new(view.Archive()), ArchiveJson.Default.ArchiveList))),
            cancellation
        );
}

internal sealed record ArchiveList(IReadOnlyList<ArchiveYear> Years);
