using KapFunctions.Content.Posts;

namespace KapFunctions.Site;

/// <summary>Lists as templates go through them: values by name.</summary>
internal static class TemplateLists
{
    private const int MaxContentsBelow = 20;

    /// <summary>No template may write more entries, or more below one, than anybody looks through.</summary>
    public static Dictionary<string, object?>[] Contents(IReadOnlyList<TocEntry> contents, int most) =>
        [
            .. contents
                .Take(most)
                .Select(entry => new Dictionary<string, object?>
                {
                    ["id"] = entry.Id,
                    ["text"] = entry.Text,
                    ["children"] = Contents(entry.Children, MaxContentsBelow),
                }),
        ];

    /// <summary>Open Graph's values are properties, Twitter's are names.</summary>
    public static Dictionary<string, object?>[] Share(IReadOnlyList<KeyValuePair<string, string>> tags) =>
        [
            .. tags.Select(tag => new Dictionary<string, object?>
            {
                ["attribute"] = tag.Key.StartsWith("twitter:", StringComparison.Ordinal) ? "name" : "property",
                ["name"] = tag.Key,
                ["content"] = tag.Value,
            }),
        ];
}
