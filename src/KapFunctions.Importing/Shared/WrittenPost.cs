namespace KapFunctions.Importing.Shared;

/// <summary>A post as it stands in the folder now, and what readers get of it.</summary>
internal sealed record WrittenPost(string Slug, string Html);
