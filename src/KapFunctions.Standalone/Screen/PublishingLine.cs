using System.Globalization;
using Spectre.Console;

namespace KapFunctions.Standalone.Screen;

/// <summary>As markup: which file, where it is to be read, and how long it took.</summary>
internal static class PublishingLine
{
    public static string Of(IReadOnlyList<KeyValuePair<string, object?>> values, string message)
    {
        var named = values.ToDictionary(
            value => value.Key,
            value => Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? ""
        );
        return named switch
        {
            _ when message.StartsWith("Problem", StringComparison.Ordinal) => Problem(named, message),
            _ when named.ContainsKey("Path") && named.ContainsKey("Slug") => Published(named, message),
            _ when named.ContainsKey("Path") || named.ContainsKey("Uploaded") => Titled(message),
            _ => Markup.Escape(message),
        };
    }

    private static string Published(Dictionary<string, string> named, string message)
    {
        var state = named.GetValueOrDefault("State", message.Split(' ')[0]);
        var colour = state == "Published" ? "green" : "blue";
        var took = double.TryParse(
            named.GetValueOrDefault("Milliseconds"),
            CultureInfo.InvariantCulture,
            out var milliseconds
        )
            ? $"  [grey]{milliseconds:0} ms[/]"
            : "";
        return $"[{colour}]{Markup.Escape(state), -11}[/] {Markup.Escape(named["Path"])} [grey]→[/] /{Markup.Escape(named["Slug"])}{took}";
    }

    private static string Problem(Dictionary<string, string> named, string message)
    {
        var colour = named.GetValueOrDefault("Severity") == "Error" ? "red" : "yellow";
        var rest = message["Problem".Length..].TrimStart();
        return $"[{colour}]{"Problem", -11}[/] {Markup.Escape(rest)}";
    }

    /// <summary>The first word says what happened.</summary>
    private static string Titled(string message)
    {
        var words = message.Split(' ', 2);
        return $"[blue]{Markup.Escape(words[0]), -11}[/] {Markup.Escape(words[^1])}";
    }
}
