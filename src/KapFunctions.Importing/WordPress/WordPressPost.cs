using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.WordPress;

/// <summary>What the text of a post needs beside itself.</summary>
/// <param name="Id">Its number, by which attachments name it.</param>
/// <param name="Footnotes">As JSON; the text has only their marks.</param>
internal sealed record WordPressPost(string Id, string? Footnotes, WordPressSite Site, Losses Losses);
