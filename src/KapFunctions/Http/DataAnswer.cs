using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KapFunctions.Http;

internal static class DataAnswer
{
    public static Answer Of<T>(T data, JsonTypeInfo<T> type) =>
        JsonAnswer.Of(json => JsonSerializer.Serialize(json, data, type));
}
