using System.Text.Json;
using KapFunctions.Storage.Account;

namespace KapFunctions.Publishing;

/// <summary>Reads Event Grid's blob events, one or an array of them.
/// https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage</summary>
internal static class EventGridMessage
{
    private const string SubjectPrefix = $"/blobServices/default/containers/{StorageNames.ContentContainer}/blobs/";

    /// <summary>The paths that the events are about; events of other containers are passed over.</summary>
    /// <exception cref="FormatException">The message is no event.</exception>
    public static IReadOnlyList<string> PathsIn(string message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Array
                ? [.. root.EnumerateArray().SelectMany(PathOf)]
                : [.. PathOf(root)];
        }
        catch (Exception malformed)
            when (malformed is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("A message in the content-events queue is not an Event Grid event.", malformed);
        }
    }

    private static IEnumerable<string> PathOf(JsonElement contentEvent)
    {
        var subject = contentEvent.GetProperty("subject").GetString() ?? "";
        return subject.Length > SubjectPrefix.Length && subject.StartsWith(SubjectPrefix, StringComparison.Ordinal)
            ? [subject[SubjectPrefix.Length..]]
            : [];
    }
}
