using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Reports;

/// <summary>GET /api/editor/problems: what authors should mend, file by file, with line and column.</summary>
public sealed class GetProblems(ProblemReports reports)
{
    [Function(nameof(GetProblems))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/editor/problems")] HttpRequest request,
        CancellationToken cancellation
    ) => reports.ListAsync(cancellation);
}
