using System.Text.Json.Serialization;

namespace KapFunctions.Storage.Index;

/// <summary>Which file holds a slug. Who holds one keeps it until it goes or takes another.</summary>
public sealed record ClaimRow([property: JsonPropertyName("slug")] string Address, string Path)
{
    /// <summary>The epoch in which it was made while the index was not complete yet; null for a claim made since. Until that
    /// index is complete, a path that sorts first may take the slug over, so that a rebuild without history ends the same
    /// whatever the order of arrival.</summary>
    [JsonIgnore]
    public string? ProvisionalIn { get; init; }
}

/// <summary>What a post leaves, at the address that it held, for the file that takes its place: until somebody takes the address
/// it stands where the claim stood, so that a commit which takes the address for one that nobody ever had is stale.</summary>
/// <param name="FirstSeen">When it was first seen, in UTC.</param>
/// <param name="At">When storage said that the file is gone, by storage's clock, to the second.</param>
public sealed record LeftRow(string Path, string Id, DateTimeOffset FirstSeen, bool WasSeen, DateTimeOffset At);

/// <summary>Who has an address.</summary>
/// <param name="Claim">Who holds it; without a value where nobody does.</param>
/// <param name="Left">What the last holder left, where nobody took the address since.</param>
public readonly record struct AddressHolder(Stored<ClaimRow> Claim, LeftRow? Left);

/// <summary>What a source cannot tell about its post, for the life of the path.</summary>
/// <param name="FirstSeen">
/// When it was first seen, in UTC; null where its post moved away, and the next one at this path is not there yet.
/// </param>
public sealed record IdentityRow(string Path, string Id, DateTimeOffset? FirstSeen);

/// <summary>The good version that stays online while the file says something that cannot be published: a rebuild finds neither in
/// the file. There is none where what is online is what the file says. It stands beside the identity.</summary>
/// <param name="IsHidden">Whether the file, though it cannot be published, withdrew it: it holds its slug as a draft.</param>
public sealed record KeptRow(string Path, string Good, string ETag, bool IsHidden = false);

/// <summary>What history keeps of one path.</summary>
public readonly record struct PathHistory(Stored<IdentityRow> Identity, KeptRow? Kept);

/// <summary>Which texts came with the days of review of a post, by its id: the first good version that carries a day is the one that was
/// reviewed, and neither the file nor its row tells after a loss or after the day was changed and changed back.</summary>
/// <param name="Texts">The latest days, the last one last.</param>
public sealed record ReviewRow(string Id, IReadOnlyList<ReviewedText> Texts)
{
    /// <summary>Days of a post that are remembered.</summary>
    private const int MaxTexts = 20;

    public IReadOnlyList<string>? TextOf(DateOnly day) => Texts.LastOrDefault(text => text.Day == day)?.Sections;

    public ReviewRow With(ReviewedText text) =>
        this with
        {
            Texts = [.. Texts.Where(known => known.Day != text.Day).Append(text).TakeLast(MaxTexts)],
        };
}

/// <summary>The sections that a day of review tells of.</summary>
public sealed record ReviewedText(DateOnly Day, IReadOnlyList<string> Sections);

/// <summary>What a text said first, and what a translation was made from, by its id: neither the file nor a row that is made anew
/// tells.</summary>
public sealed record SectionsRow(string Id)
{
    public IReadOnlyList<string>? First { get; init; }

    public string? Of { get; init; }

    public IReadOnlyList<string>? MadeFrom { get; init; }

    public bool SaysAsMuchAs(SectionsRow? other) =>
        Of == other?.Of && AreSame(First, other?.First) && AreSame(MadeFrom, other?.MadeFrom);

    private static bool AreSame(IReadOnlyList<string>? one, IReadOnlyList<string>? other) =>
        one is null || other is null ? one == other : one.SequenceEqual(other, StringComparer.Ordinal);
}

/// <summary>A file that wants a slug that another one holds.</summary>
public sealed record WaitingRow([property: JsonPropertyName("slug")] string Address, string Path);

/// <summary>A row of the history as its copy keeps it.</summary>
public sealed record HistoryRow(string Key, string Json, string? Kept = null, string? Left = null);
