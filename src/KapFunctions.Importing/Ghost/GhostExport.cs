using System.Text.Json;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Ghost;

/// <summary>The tables of Ghost's JSON export: https://ghost.org/docs/migration/ghost/.</summary>
internal sealed class GhostExport : IDisposable
{
    /// <summary>What the export writes for the address of its own site.</summary>
    public const string OwnAddress = "__GHOST_URL__";

    private readonly JsonDocument json;
    private readonly JsonElement data;
    private readonly Dictionary<string, string?> settings;

    private GhostExport(JsonDocument json, JsonElement data)
    {
        (this.json, this.data) = (json, data);
        settings = Rows("settings")
            .GroupBy(row => row.Text("key") ?? "")
            .ToDictionary(row => row.Key, row => row.Last().Text("value"));
        Users = [.. Rows("users").Where(row => row.Text("slug") is not null)];
        Tags = [.. Rows("tags").Where(row => row.Text("name") is { Length: > 0 })];
    }

    public IReadOnlyList<JsonElement> Users { get; }

    /// <summary>Internal ones, whose names begin with <c>#</c>, mean the same here.</summary>
    public IReadOnlyList<JsonElement> Tags { get; }

    /// <exception cref="ImportException">It is no export of Ghost's.</exception>
    public static GhostExport Read(Stream export, ImportReport report)
    {
        var json = Parse(export, report);
        try
        {
            return new(json, DataOf(json.RootElement));
        }
        catch
        {
            json.Dispose();
            throw;
        }
    }

    public string? Setting(string key) => settings.GetValueOrDefault(key);

    public IEnumerable<JsonElement> Rows(string table) =>
        data.TryGetProperty(table, out var rows) && rows.ValueKind == JsonValueKind.Array
            ? rows.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object)
            : [];

    public void Dispose() => json.Dispose();

    private static JsonDocument Parse(Stream export, ImportReport report)
    {
        try
        {
            return LenientJson.Parse(export, report);
        }
        catch (JsonException)
        {
            throw new ImportException("The file is not JSON. Export it again in Ghost, under Settings, Import/Export.");
        }
    }

    private static JsonElement DataOf(JsonElement root)
    {
        var inner =
            root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("db", out var db)
            && db.ValueKind == JsonValueKind.Array
            && db.GetArrayLength() > 0
                ? db[0]
                : root;
        return
            inner.ValueKind == JsonValueKind.Object
            && inner.TryGetProperty("data", out var data)
            && data.ValueKind == JsonValueKind.Object
            ? data
            : throw new ImportException("The file is JSON, but no export of Ghost's: it has no \"data\".");
    }
}
