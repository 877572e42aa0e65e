using Azure;
using KapFunctions.Delivery.Ghost;
using KapFunctions.Http;
using KapFunctions.Query.Sqlite;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using SQLitePCL;

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
            LargeAnswersFullException => Problems.TooBusy(),
            // The temporary folder is full or damaged: what was kept there is made anew when there is room again.
            IOException
            or SqliteException { SqliteErrorCode: raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_CORRUPT }
            or SqliteException { SqliteErrorCode: raw.SQLITE_CANTOPEN or raw.SQLITE_NOTADB or raw.SQLITE_READONLY } =>
                Problems.NoRoom(),
            RequestFailedException
            or AggregateException
            or TimeoutException
            or OperationCanceledException
            or MissingBodyException => Problems.StorageUnavailable(),
            _ => Problems.Unexpected(),
        };
}
