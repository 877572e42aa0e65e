using System.Text.Json;
using System.Text.Json.Serialization;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Site;
using KapFunctions.Content.Text;

namespace KapFunctions.Storage.Index;

/// <summary>
/// A row of the index that the read side replays. The log carries these rows as they were written,
/// so a replica at sequence N holds exactly the state of sequence N. Rows only ever gain fields, and kinds of rows are only
/// ever added, so that two releases can run over one account: <see cref="IndexRows"/> reads what the next one writes.
/// </summary>
[JsonDerivedType(typeof(PostRow), "post")]
[JsonDerivedType(typeof(DepartureRow), "departure")]
[JsonDerivedType(typeof(SiteRow), "site")]
[JsonDerivedType(typeof(MediaRow), "media")]
[JsonDerivedType(typeof(ThemeRow), "theme")]
public abstract record IndexRow
{
    private protected IndexRow() { }

    /// <summary>A changed copy: <see cref="AsItCame"/> is not what it says.</summary>
    protected IndexRow(IndexRow original) => NewerFields = original.NewerFields;

    /// <summary>Made by <see cref="IndexKeys"/>.</summary>
    [JsonIgnore]
    public abstract string Key { get; }

    /// <summary>The JSON that it was read from, to the last field that this program does not know; null for one written here.</summary>
    [JsonIgnore]
    public byte[]? AsItCame { get; internal set; }

    /// <summary>What a newer program says beside what this one knows; it stays there when this one writes the row.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? NewerFields { get; set; }

    /// <summary>Where a row was read from is no part of what it says.</summary>
    public virtual bool Equals(IndexRow? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc />
    public override int GetHashCode() => EqualityContract.GetHashCode();
}

/// <summary>A row of a kind that only a newer program knows: kept and handed on as it came, and otherwise passed over.</summary>
public sealed record UnknownRow : IndexRow
{
    internal UnknownRow(string key, byte[] json) => (Key, AsItCame) = (key, json);

    /// <inheritdoc />
    public override string Key { get; }
}

/// <summary>
/// The latest departure of a post from an address (a slug): by a rename, a move or a deletion.
/// While a post with the id is visible, the address redirects to it; while none exists, it is gone (410).
/// </summary>
public sealed record DepartureRow : IndexRow
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Key => IndexKeys.Departure(Slug);

    /// <summary>The slug that was left.</summary>
    public required string Slug { get; init; }

    /// <summary>Id of the post that left it.</summary>
    public required string Id { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>The site's settings as last read from a good <c>site.yaml</c>.</summary>
public sealed record SiteRow : IndexRow
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Key => IndexKeys.Site;

    /// <summary>ETag of the file last looked at; null where there is none.</summary>
    public string? SourceETag { get; init; }

    /// <summary><see cref="SiteParser.Version"/> that read the file.</summary>
    public int Reader { get; init; }

    /// <summary>The settings in force.</summary>
    public SiteSettings Settings { get; init; } = new();

    /// <summary>How often everything was asked to be rendered anew.</summary>
    public int Rebuilds { get; init; }

    /// <summary>Names all that rendering may depend on beside the source.</summary>
    [JsonIgnore]
    public string Rendering => $"{Rebuilds}|{Settings.Rendering.Fingerprint}";

    /// <summary>Names what the rendering of one file depends on: rows rendered under another name are due for a lift.</summary>
    public string RenderingOf(RenderDependencies uses) => $"{Rebuilds}|{Settings.Rendering.FingerprintOf(uses)}";

    /// <summary>Blob in <c>rendered</c> with the problems of the file last looked at; null where it has none.</summary>
    public string? Report { get; init; }

    /// <summary>Errors in the file last looked at.</summary>
    public int Errors { get; init; }

    /// <summary>Warnings and hints in the file last looked at.</summary>
    public int Warnings { get; init; }
}
