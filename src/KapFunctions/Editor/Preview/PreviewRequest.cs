using System.Text.Json;
using KapFunctions.Content.Problems;

namespace KapFunctions.Editor.Preview;

/// <summary>What an editor asks to preview.</summary>
/// <param name="Path">The file, as it stands in the content container or will.</param>
/// <param name="Markdown">Its unsaved text; null for a link to what is saved.</param>
/// <param name="Hours">How long a link lives; a week unless told.</param>
public sealed record PreviewRequest(string? Path, string? Markdown, int? Hours);

/// <summary>A link to a preview.</summary>
/// <param name="Token">What both addresses hold.</param>
/// <param name="HtmlUrl">The preview for a person.</param>
/// <param name="JsonUrl">The preview for a website, which shows it in its own design.</param>
/// <param name="ExpiresAt">When the link ends.</param>
public sealed record PreviewLink(string Token, string HtmlUrl, string JsonUrl, DateTimeOffset ExpiresAt);

/// <summary>What unsaved text would become.</summary>
/// <param name="Html">The article; null where an error keeps it from being published.</param>
/// <param name="Post">The post as the API would give it; null likewise.</param>
/// <param name="Problems">What to mend.</param>
public sealed record PreviewRendering(string? Html, JsonElement? Post, IReadOnlyList<Problem> Problems);
