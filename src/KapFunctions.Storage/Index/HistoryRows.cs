using System.Text.Json.Serialization;

namespace KapFunctions.Storage.Index;

/// <summary>Which file holds a slug. Who holds one keeps it until it goes or takes another.</summary>
public sealed record ClaimRow(string Slug, string Path)
{
    /// <summary>
    /// The epoch in which it was made while the index was not complete yet; null for a claim made since.
    /// Until that index is complete, a path that sorts first may take the slug over, so that a rebuild without
    /// history ends the same whatever the order of arrival.
    /// </summary>
    [JsonIgnore]
    public string? ProvisionalIn { get; init; }
}

/// <summary>What a source cannot tell about its post: the id and when it was first seen, for the life of the path.</summary>
public sealed record IdentityRow(string Path, string Id, DateTimeOffset FirstSeen);

/// <summary>A file that wants a slug that another one holds.</summary>
public sealed record WaitingRow(string Slug, string Path);

/// <summary>A row of the history as its copy keeps it.</summary>
public sealed record HistoryRow(string Key, string Json);
