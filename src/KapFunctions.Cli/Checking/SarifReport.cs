using System.Text;
using System.Text.Json;
using KapFunctions.Cli.Terminal;
using KapFunctions.Content.Problems;

namespace KapFunctions.Cli.Checking;

/// <summary>https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html</summary>
internal static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public static void Write(CheckResult result, Surroundings around)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            WriteRun(json, result, around);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        around.Out.WriteLine(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }

    private static void WriteRun(Utf8JsonWriter json, CheckResult result, Surroundings around)
    {
        var codes = result.Files.SelectMany(file => file.Problems).Select(p => p.Code).Distinct().Order().ToList();
        json.WriteStartObject();
        WriteTool(json, codes);
        // SARIF counts UTF-16 units where nothing else is said, as we do; said all the same, since GitHub asks for it.
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var file in result.Files)
        {
            var address = UriOf(around.Shown(file.File.Path));
            foreach (var problem in file.Problems)
            {
                WriteResult(json, address, problem, codes.IndexOf(problem.Code));
            }
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, IEnumerable<string> codes)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "kap");
        json.WriteString("version", typeof(SarifReport).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (var code in codes)
        {
            json.WriteStartObject();
            json.WriteString("id", code);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, string address, Problem problem, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", problem.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString(
            "level",
            problem.Severity switch
            {
                Severity.Error => "error",
                Severity.Warning => "warning",
                _ => "note",
            }
        );
        json.WriteStartObject("message");
        json.WriteString("text", $"{problem.Message} {problem.Mend}");
        json.WriteEndObject();
        WriteLocation(json, address, problem);
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, string address, Problem problem)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", address);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", problem.Line);
        json.WriteNumber("startColumn", problem.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string UriOf(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
