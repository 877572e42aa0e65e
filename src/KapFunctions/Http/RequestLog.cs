using KapFunctions.Telemetry;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Http;

/// <summary>Tells the log of a request that failed: by its function, since its address may hold keys.</summary>
internal static partial class RequestLog
{
    public static void WriteFailure(ILogger log, string? function, Exception failure) =>
        Failed(log, function ?? "A request", FailureFacts.WithPlaces(failure));

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed: {Failure}")]
    private static partial void Failed(ILogger log, string function, string failure);
}
