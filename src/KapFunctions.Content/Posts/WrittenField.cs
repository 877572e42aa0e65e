using System.Text.Json.Serialization;

namespace KapFunctions.Content.Posts;

/// <summary>A key of a head that the model does not know, as it stands there. It is private until <c>site.yaml</c> declares it, so
/// that a new field needs no post to be rendered.</summary>
/// <param name="Key">As its author spelt it.</param>
/// <param name="Line">Where it stands.</param>
/// <param name="Column">Where it stands.</param>
public sealed record WrittenField(string Key, int Line, int Column)
{
    /// <summary>Most of all keys and values of a post, in bytes, each with what it takes to keep it.</summary>
    public const int MaxBytes = 4 << 10;

    /// <summary>Null where it is no single value.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>Null where it is no list of single values. Of a map neither this nor <see cref="Text"/> is there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Items { get; init; }
}
