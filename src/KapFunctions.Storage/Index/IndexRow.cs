using System.Text.Json;
using System.Text.Json.Serialization;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Site;
using KapFunctions.Content.Text;
using KapFunctions.Storage.Files;

namespace KapFunctions.Storage.Index;

/// <summary>A row of the index that the read side replays. The log carries these rows as they were written, so a replica at
/// sequence N holds exactly the state of sequence N. Rows only ever gain fields, and kinds of rows are only ever added, so that
/// two releases can run over one account: <see cref="IndexRows"/> reads what the next one writes.</summary>
[JsonDerivedType(typeof(PostRow), "post")]
[JsonDerivedType(typeof(DepartureRow), "departure")]
[JsonDerivedType(typeof(SiteRow), "site")]
[JsonDerivedType(typeof(MediaRow), "media")]
[JsonDerivedType(typeof(ThemeRow), "theme")]
[JsonDerivedType(typeof(RedirectsRow), "redirects")]
public abstract record IndexRow
{
    private protected IndexRow() { }

    protected IndexRow(IndexRow original) => NewerFields = original.NewerFields;

    [JsonIgnore]
    public abstract string Key { get; }

    [JsonIgnore]
    public byte[]? AsItCame { get; internal set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? NewerFields { get; set; }

    public virtual bool Equals(IndexRow? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();
}

/// <summary>A row of a kind that only a newer program knows: kept and handed on as it came, and otherwise passed over.</summary>
public sealed record UnknownRow : IndexRow
{
    internal UnknownRow(string key, byte[] json) => (Key, AsItCame) = (key, json);

    public override string Key { get; }
}

/// <summary>The latest departure of a post from an address (a slug): by a rename, a move or a deletion. While a post with the id
/// is visible, the address redirects to it; while none exists, it is gone (410).</summary>
public sealed record DepartureRow : IndexRow
{
    [JsonIgnore]
    public override string Key => IndexKeys.Departure(Address);

    [JsonPropertyName("slug")]
    public required string Address { get; init; }

    public required string Id { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>The site's settings as last read from a good <c>site.yaml</c>.</summary>
public sealed record SiteRow : IndexRow
{
    [JsonIgnore]
    public override string Key => IndexKeys.Site;

    public string? SourceETag { get; init; }

    /// <summary>Who wrote the version that was last looked at, and when; null where nothing says so.</summary>
    public FileWrite? Written { get; init; }

    public int Reader { get; init; }

    public SiteSettings Settings { get; init; } = new();

    public int Rebuilds { get; init; }

    [JsonIgnore]
    public string Rendering => $"{Rebuilds}|{Settings.Rendering.Fingerprint}";

    public string RenderingOf(RenderDependencies uses) => $"{Rebuilds}|{Settings.Rendering.FingerprintOf(uses)}";

    public string? Report { get; init; }

    public int Errors { get; init; }

    public int Warnings { get; init; }
}
