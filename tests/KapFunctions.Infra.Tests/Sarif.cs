using System.Text.Json;

namespace KapFunctions.Infra.Tests;

/// <summary>The compiler's diagnostics: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html</summary>
internal static class Sarif
{
    /// <summary>One line for each diagnostic, whatever its level.</summary>
    public static IReadOnlyList<string> DiagnosticsIn(string log)
    {
        using var json = JsonDocument.Parse(log);
        return
        [
            .. from run in json.RootElement.GetProperty("runs").EnumerateArray()
            from result in run.GetProperty("results").EnumerateArray()
            select $"{result.GetProperty("ruleId").GetString()}: {result.GetProperty("message").GetProperty("text").GetString()}",
        ];
    }
}
