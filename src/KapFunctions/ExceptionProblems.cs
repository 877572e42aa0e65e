using Azure;
using KapFunctions.Delivery.Ghost;
using KapFunctions.Http;
using KapFunctions.Query.Sqlite;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;

namespace KapFunctions;

/// <summary>The one place that maps what was thrown to an answer; both hosts call it.</summary>
internal static class ExceptionProblems
{
    /// <summary>Null where nobody is left to answer.</summary>
    public static IResult? For(Exception exception, HttpContext context) =>
        ProblemFor(exception, context) is ProblemResult problem && context.Request.Path.StartsWithSegments("/ghost")
            ? new GhostResult(GhostErrors.Of(problem))
            : ProblemFor(exception, context);

    private static IResult? ProblemFor(Exception exception, HttpContext context) =>
        exception switch
        {
            OperationCanceledException when context.RequestAborted.IsCancellationRequested => null,
            BadHttpRequestException => Problems.InvalidParameter("request", "cannot be read."),
            QueryLimitException => Problems.InvalidParameter("filter", "asks for too much at once; ask for less."),
            RequestFailedException
            or AggregateException
            or TimeoutException
            or OperationCanceledException
            or MissingBodyException => Problems.StorageUnavailable(),
            _ => Problems.Unexpected(),
        };
}
