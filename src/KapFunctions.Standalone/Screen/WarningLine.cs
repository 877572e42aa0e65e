using KapFunctions.Telemetry;
using Spectre.Console;

namespace KapFunctions.Standalone.Screen;

internal static class WarningLine
{
    public static string Of(LogLevel level, string message, Exception? exception)
    {
        var title = level >= LogLevel.Error ? "[red]Error[/]       " : "[yellow]Warning[/]     ";
        return title + Markup.Escape(message) + DetailsOf(level, exception);
    }

    /// <summary>A warning needs the reason only; an error is for somebody who must find its place. A container's screen is a log that
    /// others keep, so it gets no messages of exceptions.</summary>
    private static string DetailsOf(LogLevel level, Exception? exception) =>
        exception is null ? ""
        : level >= LogLevel.Error ? $"\n[grey]{Markup.Escape(FailureFacts.WithPlaces(exception))}[/]"
        : $" [grey]({Markup.Escape(FailureFacts.Of(exception))})[/]";
}
