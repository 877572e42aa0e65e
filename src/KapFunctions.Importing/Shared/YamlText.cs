using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KapFunctions.Importing.Shared;

/// <summary>As it stands where that is safe, else in double quotes, which YAML reads as JSON does.</summary>
internal static partial class YamlText
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(string text) =>
        Harmless().IsMatch(text) && !Meaningful().IsMatch(text) ? text : JsonSerializer.Serialize(text, Readable);

    /// <summary>On one line; a comma separates there, so all texts are quoted that hold one.</summary>
    public static string List(IEnumerable<string> texts) =>
        "["
        + string.Join(
            ", ",
            texts.Select(text =>
                text.Contains(',', StringComparison.Ordinal) ? JsonSerializer.Serialize(text, Readable) : Of(text)
            )
        )
        + "]";

    [GeneratedRegex(@"^\p{L}([\p{L}\p{N} _.,/()'’!?&+-]*[\p{L}\p{N}_./()'’!?+-])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();

    [GeneratedRegex("^(true|false|yes|no|on|off|null|y|n)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Meaningful();
}
