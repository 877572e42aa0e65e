namespace KapFunctions.Storage.Index;

/// <summary>Which file holds a slug. Who holds one keeps it until it goes or takes another.</summary>
public sealed record ClaimRow(string Slug, string Path);

/// <summary>What a source cannot tell about its post: the id and when it was first seen, for the life of the path.</summary>
public sealed record IdentityRow(string Path, string Id, DateTimeOffset FirstSeen);

/// <summary>A file that wants a slug that another one holds.</summary>
public sealed record WaitingRow(string Slug, string Path);
