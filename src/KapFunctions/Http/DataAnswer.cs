using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KapFunctions.Http;

/// <summary>Answers in JSON that are written as their types say.</summary>
public static class DataAnswer
{
    /// <summary>An answer of <paramref name="data"/>.</summary>
    public static Answer Of<T>(T data, JsonTypeInfo<T> type) =>
        JsonAnswer.Of(json => JsonSerializer.Serialize(json, data, type));
}
