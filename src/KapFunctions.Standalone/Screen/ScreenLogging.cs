namespace KapFunctions.Standalone.Screen;

/// <summary>Every message about content on its way, and warnings about everything else.</summary>
[ProviderAlias("Screen")]
internal sealed class ScreenLogging(StartScreen screen, TimeProvider clock) : ILoggerProvider
{
    /// <summary>It writes one line a request, and makes a scope and an activity for each while anybody listens.</summary>
    private const string Requests = "Microsoft.AspNetCore.Hosting.Diagnostics";

    private static readonly string[] Watched = ["KapFunctions.Publishing", "KapFunctions.Standalone.Mirroring"];

    public static bool IsShown(string? category, LogLevel level) =>
        category != Requests && level >= (IsContent(category) ? LogLevel.Information : LogLevel.Warning);

    public ILogger CreateLogger(string categoryName) => new Logger(screen, clock, IsContent(categoryName));

    public void Dispose() { }

    private static bool IsContent(string? category) =>
        category is not null && Watched.Any(watched => category.StartsWith(watched, StringComparison.Ordinal));

    private sealed class Logger(StartScreen screen, TimeProvider clock, bool isContent) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var message = formatter(state, exception);
            var line =
                isContent && logLevel < LogLevel.Warning && state is IReadOnlyList<KeyValuePair<string, object?>> values
                    ? PublishingLine.Of(values, message)
                    : WarningLine.Of(logLevel, message, exception);
            screen.Add(clock.GetUtcNow(), line);
        }
    }
}
