using KapFunctions.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Http;

/// <summary>Tells the log of a request that failed: by its function, since its address may hold keys. Storage that is
/// away is one line each time, and no error of ours.</summary>
internal static partial class RequestLog
{
    public static void WriteFailure(ILogger log, string? function, Exception failure, int status)
    {
        function ??= "A request";
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            Postponed(log, function, status, FailureFacts.Of(failure));
        }
        else
        {
            Failed(log, function, FailureFacts.WithPlaces(failure));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Function} answered {Status}: {Failure}")]
    private static partial void Postponed(ILogger log, string function, int status, string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed: {Failure}")]
    private static partial void Failed(ILogger log, string function, string failure);
}
