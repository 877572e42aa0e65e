using System.Text.Json;

namespace KapFunctions.Cli.Importing.Ghost;

/// <summary>The tables of an export that say which post has which tags, authors and texts for sharing.</summary>
internal sealed class GhostRelations
{
    private readonly Dictionary<string, string> tags;
    private readonly Dictionary<string, string> authors;
    private readonly ILookup<string, string> postTags;
    private readonly ILookup<string, string> postAuthors;
    private readonly Dictionary<string, JsonElement> meta;

    public GhostRelations(JsonElement data, IEnumerable<JsonElement> users, IEnumerable<JsonElement> tags)
    {
        this.tags = ById(tags, "name");
        authors = ById(users, "slug");
        postTags = Pairs(data, "posts_tags", "tag_id");
        postAuthors = Pairs(data, "posts_authors", "author_id");
        meta = Rows(data, "posts_meta")
            .GroupBy(row => row.Text("post_id") ?? "")
            .ToDictionary(group => group.Key, group => group.First());
    }

    public static IEnumerable<JsonElement> Rows(JsonElement data, string table) =>
        data.TryGetProperty(table, out var rows) && rows.ValueKind == JsonValueKind.Array
            ? rows.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object)
            : [];

    public JsonElement MetaOf(string? post) => meta.GetValueOrDefault(post ?? "");

    public IReadOnlyList<string> TagsOf(JsonElement post) => Names(postTags[post.Text("id") ?? ""], tags);

    public IReadOnlyList<string> AuthorsOf(JsonElement post) =>
        Names(postAuthors[post.Text("id") ?? ""], authors) is { Count: > 0 } several
            ? several
            : Names([post.Text("author_id") ?? ""], authors);

    private static List<string> Names(IEnumerable<string> ids, Dictionary<string, string> names) =>
        [.. ids.Select(id => names.GetValueOrDefault(id)).OfType<string>().Distinct()];

    private static Dictionary<string, string> ById(IEnumerable<JsonElement> rows, string name) =>
        rows.Where(row => row.Text("id") is not null && row.Text(name) is not null)
            .GroupBy(row => row.Text("id")!)
            .ToDictionary(group => group.Key, group => group.First().Text(name)!);

    private static ILookup<string, string> Pairs(JsonElement data, string table, string other) =>
        Rows(data, table)
            .OrderBy(row => row.Number("sort_order"))
            .ToLookup(row => row.Text("post_id") ?? "", row => row.Text(other) ?? "");
}
