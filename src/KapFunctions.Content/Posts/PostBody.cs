using System.Text.Json;
using KapFunctions.Content.Links;

namespace KapFunctions.Content.Posts;

/// <summary>A heading in a post's table of contents.</summary>
public sealed record TocEntry(string Id, string Text, int Level, IReadOnlyList<TocEntry> Children);

/// <summary>Depends on the file, the renderer and the render settings alone: addresses of other files are placeholders
/// (<see cref="Placeholder"/>).</summary>
public sealed record PostBody
{
    /// <summary>Sanitised HTML. A double quote in it always delimits an attribute (text holds <c>&amp;quot;</c>), so <c>"kap:</c>
    /// marks a placeholder and nothing else.</summary>
    public string Html { get; init; } = "";

    /// <summary>Without markup, for search and excerpts.</summary>
    public string PlainText { get; init; } = "";

    /// <summary>The table of contents, as a tree.</summary>
    public IReadOnlyList<TocEntry> Toc { get; init; } = [];

    /// <summary>Absolute URLs and <c>kap:</c> placeholders, each once, in order.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Front matter that the model does not know and <c>site.yaml</c> allows to be delivered.</summary>
    public IReadOnlyDictionary<string, JsonElement> Frontmatter { get; init; } = new Dictionary<string, JsonElement>();
}
