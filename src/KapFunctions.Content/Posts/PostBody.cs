using System.Text.Json;
using KapFunctions.Content.Links;

namespace KapFunctions.Content.Posts;

/// <summary>A heading in a post's table of contents.</summary>
public sealed record TocEntry(string Id, string Text, int Level, IReadOnlyList<TocEntry> Children);

/// <summary>
/// What readers read: everything rendered from one file that lists and filters do not need.
/// It depends on the file, the renderer and the render settings, and on no other file:
/// addresses of other posts and media stand in it as placeholders (<see cref="Placeholder"/>).
/// </summary>
public sealed record PostBody
{
    /// <summary>
    /// Sanitised HTML. A double quote in it is always the delimiter of an attribute (text holds <c>&amp;quot;</c>),
    /// so <c>"kap:</c> marks a placeholder and nothing else.
    /// </summary>
    public string Html { get; init; } = "";

    /// <summary>
    /// The same text as Markdown, without its head and with addresses still open (they are filled in when it is read); null in
    /// a body of a renderer that did not make it yet.
    /// </summary>
    public string? Markdown { get; init; }

    /// <summary>The text without markup, for search and excerpts.</summary>
    public string PlainText { get; init; } = "";

    /// <summary>The table of contents, as a tree.</summary>
    public IReadOnlyList<TocEntry> Toc { get; init; } = [];

    /// <summary>Where its links go: absolute URLs and <c>kap:</c> placeholders, each once, in order.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Front matter that the model does not know and <c>site.yaml</c> allows to be delivered.</summary>
    public IReadOnlyDictionary<string, JsonElement> Frontmatter { get; init; } = new Dictionary<string, JsonElement>();
}
