using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KapFunctions.Storage.Account;

/// <summary>How everything is written that this app keeps: names in camel case, nothing for defaults, unknown fields ignored.</summary>
internal static class StoredJson
{
    public static JsonSerializerOptions From(JsonSerializerOptions own) =>
        new(own)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            // Rows are counted in characters: é must stay one, not six. Nothing here is ever put into HTML as it is.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
}
