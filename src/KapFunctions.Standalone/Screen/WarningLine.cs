using Spectre.Console;

namespace KapFunctions.Standalone.Screen;

/// <summary>A warning or an error, as markup.</summary>
internal static class WarningLine
{
    public static string Of(LogLevel level, string message, Exception? exception)
    {
        var title = level >= LogLevel.Error ? "[red]Error[/]       " : "[yellow]Warning[/]     ";
        return title + Markup.Escape(message) + DetailsOf(level, exception);
    }

    /// <summary>A warning needs the reason only; an error is for somebody who must find its place.</summary>
    private static string DetailsOf(LogLevel level, Exception? exception) =>
        exception is null ? ""
        : level >= LogLevel.Error ? $"\n[grey]{Markup.Escape(exception.ToString())}[/]"
        : $" [grey]({Markup.Escape(exception.Message.Split('\n')[0].Trim())})[/]";
}
