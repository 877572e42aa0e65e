using System.Text.Json;

namespace KapFunctions.Importing.Ghost;

internal sealed class GhostRelations
{
    private readonly Dictionary<string, string> tags;
    private readonly Dictionary<string, string> authors;
    private readonly ILookup<string, string> postTags;
    private readonly ILookup<string, string> postAuthors;
    private readonly Dictionary<string, JsonElement> meta;

    public GhostRelations(GhostExport export)
    {
        tags = ById(export.Tags, "name");
        authors = ById(export.Users, "slug");
        postTags = Pairs(export, "posts_tags", "tag_id");
        postAuthors = Pairs(export, "posts_authors", "author_id");
        meta = export
            .Rows("posts_meta")
            .GroupBy(row => row.Text("post_id") ?? "")
            .ToDictionary(group => group.Key, group => group.First());
    }

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

    private static ILookup<string, string> Pairs(GhostExport export, string table, string other) =>
        export
            .Rows(table)
            .OrderBy(row => row.Number("sort_order"))
            .ToLookup(row => row.Text("post_id") ?? "", row => row.Text(other) ?? "");
}
