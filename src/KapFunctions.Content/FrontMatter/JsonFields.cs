using System.Text.Json;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.FrontMatter;

internal sealed class JsonFields(int firstLine)
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 16,
    };

    /// <summary>Comments and trailing commas are allowed. Null with a problem where the text is not a JSON object.</summary>
    public static MapValue? Read(string json, int firstLine, ProblemLog problems)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return new JsonFields(firstLine).Value(document.RootElement) as MapValue;
        }
        catch (JsonException wrong)
        {
            var at = new Position((int)(wrong.LineNumber ?? 0) + firstLine, (int)(wrong.BytePositionInLine ?? 0) + 1);
            problems.Add(ProblemCatalog.FrontMatterSyntax, at, "JSON", "something is missing, or one too many.");
            return null;
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud800 that is half a character only shows when the text is read.
            problems.Add(ProblemCatalog.FrontMatterSyntax, new(firstLine, 1), "JSON", "an escape is half a character.");
            return null;
        }
    }

    // The document knows no lines; the first line of the front matter is near enough for a value that is well formed.
    private Position At => new(firstLine, 1);

    private FieldValue Value(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => new MapValue(
                At,
                [.. element.EnumerateObject().Select(p => new Field(WellFormed.Text(p.Name), At, Value(p.Value)))]
            ),
            JsonValueKind.Array => new ListValue(At, [.. element.EnumerateArray().Select(Value)]),
            JsonValueKind.String => new ScalarValue(At, WellFormed.Text(element.GetString() ?? ""), Quoted: true),
            JsonValueKind.Null => new ScalarValue(At, "", Quoted: false),
            _ => new ScalarValue(At, element.GetRawText(), Quoted: false),
        };
}
