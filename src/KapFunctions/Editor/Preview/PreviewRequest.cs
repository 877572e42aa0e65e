using System.Text.Json;
using KapFunctions.Content.Problems;

namespace KapFunctions.Editor.Preview;

/// <summary>What to preview: unsaved text; without it a link to the saved file, or to its next version, by default for a week.</summary>
internal sealed record PreviewRequest(string? Path, string? Markdown, int? Hours, bool? Next = null);

/// <summary>A link to a preview: as HTML for a person, as JSON for a website that shows it in its own design.</summary>
internal sealed record PreviewLink(string Token, string HtmlUrl, string JsonUrl, DateTimeOffset ExpiresAt);

/// <summary>What unsaved text would become: the article, and the page in the site's own design; without them and the post
/// where an error keeps it back. <c>Draft</c>: saving it would show it to editors alone.</summary>
internal sealed record PreviewRendering(
    string? Html,
    string? Page,
    JsonElement? Post,
    bool Draft,
    IReadOnlyList<Problem> Problems
);
