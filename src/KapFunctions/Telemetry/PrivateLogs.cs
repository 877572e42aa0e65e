using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace KapFunctions.Telemetry;

/// <summary>Takes out of what is logged whatever may be a reader's or a key. Our own sentences are written with that in
/// mind; of others only the words go out, not the values in them. Of exceptions <see cref="FailureFacts"/> go out, and
/// of all scopes the request's name.</summary>
internal sealed class PrivateLogs(LogScopes scopes) : BaseProcessor<LogRecord>
{
    private const string Own = "KapFunctions.";

    /// <summary>Logs each request with its query, and puts its path beside all that is logged meanwhile.</summary>
    public const string Requests = "Microsoft.AspNetCore.Hosting.Diagnostics";

    private const string Template = "{OriginalFormat}";

    public static bool IsSent(string? category, LogLevel level) =>
        category != Requests && level >= (IsOwn(category) ? LogLevel.Information : LogLevel.Warning);

    public override void OnEnd(LogRecord data)
    {
        var attributes = new List<KeyValuePair<string, object?>>();
        if (IsOwn(data.CategoryName))
        {
            attributes.AddRange(data.Attributes ?? []);
        }
        else
        {
            data.Body = data.FormattedMessage =
                data.Attributes?.FirstOrDefault(attribute => attribute.Key == Template).Value as string;
        }

        if (data.Exception is { } failure)
        {
            attributes.Add(new("exception.type", failure.GetType().FullName));
            attributes.Add(new("exception.message", FailureFacts.Of(failure)));
            attributes.Add(new("exception.stacktrace", FailureFacts.PlacesOf(failure)));
            data.Exception = null;
        }

        if (scopes.Find(CorrelationId.LogName) is { } name)
        {
            attributes.Add(new(CorrelationId.LogName, name));
        }

        data.Attributes = attributes;
    }

    private static bool IsOwn(string? category) => category?.StartsWith(Own, StringComparison.Ordinal) == true;
}

/// <summary>Logs nothing: it is handed the scopes that all providers share, to look one value up in them.</summary>
internal sealed class LogScopes : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider? shared;

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => shared = scopeProvider;

    public ILogger CreateLogger(string categoryName) => NullLogger.Instance;

    public void Dispose() { }

    /// <summary>The innermost value of this name; null where no scope has it.</summary>
    public object? Find(string name)
    {
        object? found = null;
        shared?.ForEachScope(
            (scope, wanted) =>
            {
                foreach (var (key, value) in scope as IEnumerable<KeyValuePair<string, object>> ?? [])
                {
                    found = key == wanted ? value : found;
                }
            },
            name
        );
        return found;
    }
}
