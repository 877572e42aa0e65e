using System.Text.Json.Serialization;
using KapFunctions.Content.Posts;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Index;

/// <summary>How rows are written. Rows that the read side replays are read with <see cref="IndexRows"/>.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IndexRow))]
[JsonSerializable(typeof(IReadOnlyList<WrittenField>))]
[JsonSerializable(typeof(IReadOnlyList<TagReference>))]
[JsonSerializable(typeof(LogEntry))]
[JsonSerializable(typeof(ClaimRow))]
[JsonSerializable(typeof(LeftRow))]
[JsonSerializable(typeof(IdentityRow))]
[JsonSerializable(typeof(KeptRow))]
[JsonSerializable(typeof(ReviewRow))]
[JsonSerializable(typeof(SectionsRow))]
[JsonSerializable(typeof(WaitingRow))]
[JsonSerializable(typeof(DueRow))]
[JsonSerializable(typeof(HistoryRow))]
public sealed partial class IndexJson : JsonSerializerContext
{
    static IndexJson() => Default = new(StoredJson.From(s_defaultOptions));
}
