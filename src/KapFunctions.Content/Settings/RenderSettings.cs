using KapFunctions.Content.Text;

namespace KapFunctions.Content.Settings;

/// <summary>All of <c>site.yaml</c> that goes into a body. Equal settings have equal <see cref="Fingerprint"/>s, which name the
/// bodies made with them.</summary>
public sealed record RenderSettings
{
    /// <summary>IANA name, for bare dates.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Which day it is on the site.</summary>
    public DateOnly DayOf(DateTimeOffset now) =>
        DateOnly.FromDateTime(
            TimeZoneInfo
                .ConvertTime(
                    now,
                    TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc
                )
                .DateTime
        );

    /// <summary>BCP 47, for posts that name none; decides quotation marks and dashes.</summary>
    public string Language { get; init; } = "en";

    /// <summary>BCP 47, those that the site is written in, its own first; none where it has but one.</summary>
    public IReadOnlyList<string> Languages
    {
        get;
        init => field = value ?? [];
    } = [];

    internal bool HasTranslations => Languages.Count > 1;

    /// <summary>True where <c>aliases</c> are alternate titles (Obsidian) and not old addresses (Hugo).</summary>
    public bool AliasesAreTitles { get; init; }

    /// <summary>Sorted.</summary>
    public IReadOnlyList<string> DeliveredFrontmatter { get; init; } = [];

    /// <summary>Names of declared fields that would be taken for slips of other keys; sorted. No other field changes what a head
    /// means, so that declaring it renders nothing.</summary>
    public IReadOnlyList<string> DoubtfulOwnKeys
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>True where players of other hosts stand in pages at once, and not as cards that wait for a click.</summary>
    public bool FramesAtOnce { get; init; }

    /// <summary>True where pages show pictures, sound and film of other hosts, and not links to them.</summary>
    public bool ShowsForeignPictures { get; init; }

    /// <summary>The site's own hosts, with their port where it is not the usual one; sorted.</summary>
    public IReadOnlyList<string> OwnHosts { get; init; } = [];

    /// <summary>Codes of the problems that nobody is told of; sorted.</summary>
    public IReadOnlyList<string> ChecksOff
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Words that the site writes otherwise.</summary>
    public IReadOnlyList<Term> Terms
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>How long reviews hold, as <see cref="ReviewInterval"/> writes it; null where the site does not say.</summary>
    public string? ReviewEvery { get; init; }

    /// <summary>The same of posts with a tag, by its slug; sorted. Null for none, as in settings that an older program read.</summary>
    public IReadOnlyList<TagReviewEvery>? ReviewEveryByTag { get; init; }

    internal ReviewInterval? ReviewEveryOf(IEnumerable<string> tags) =>
        (ReviewEveryByTag ?? [])
            .Where(one => tags.Contains(one.Tag))
            .Select(one => ReviewInterval.Parse(one.Every))
            .OrderBy(interval => interval is { IsNever: false } limited ? limited.AboutDays : int.MaxValue)
            .FirstOrDefault()
        ?? (ReviewEvery is { } every ? ReviewInterval.Parse(every) : null);

    private string Reviews =>
        ReviewEvery is null && ReviewEveryByTag is null
            ? ""
            : $"|reviews {ReviewEvery} {string.Join(' ', (ReviewEveryByTag ?? []).Select(one => $"{one.Tag}={one.Every}"))}";

    /// <summary>Whether pages show the picture at a resolved <paramref name="address"/>.</summary>
    public bool Shows(string address) => ShowsForeignPictures || !IsElsewhere(address) || IsOwn(address);

    /// <summary>The host as people write it, and as the network does where that is another spelling.</summary>
    public static string[] HostsOf(string address)
    {
        var uri = new Uri(address);
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        return [.. new[] { uri.Authority, uri.IdnHost + port }.Distinct().Order(StringComparer.Ordinal)];
    }

    internal static bool IsElsewhere(string address) =>
        address.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("//", StringComparison.Ordinal);

    /// <summary>Letter by letter: a browser may read another host where a parser is more lenient.</summary>
    private bool IsOwn(string address)
    {
        var rest = address.AsSpan(address.IndexOf(':', StringComparison.Ordinal) + 1);
        var host = rest.StartsWith("//") ? rest[2..] : [];
        var end = host.IndexOfAny("/?#\\");
        host = end < 0 ? host : host[..end];
        foreach (var own in OwnHosts)
        {
            if (host.Equals(own, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A short stable text made of all the settings.</summary>
    public string Fingerprint => FingerprintOf((RenderDependencies)~0);

    /// <summary>The same made of those settings alone that a file uses.</summary>
    public string FingerprintOf(RenderDependencies uses) =>
        string.Join(
            '|',
            uses.HasFlag(RenderDependencies.TimeZone) ? TimeZone : "",
            uses.HasFlag(RenderDependencies.Language) ? Language : "",
            uses.HasFlag(RenderDependencies.Aliases) ? (AliasesAreTitles ? "titles" : "redirects") : "",
            uses.HasFlag(RenderDependencies.Frontmatter) ? string.Join(',', DeliveredFrontmatter) : ""
        )
        + (
            uses.HasFlag(RenderDependencies.Frontmatter) && DoubtfulOwnKeys.Count > 0
                ? $"|own:{string.Join(',', DoubtfulOwnKeys)}"
                : ""
        )
        // What older programs do not know adds nothing as long as it is not used, since the index names it, too.
        + (
            uses.HasFlag(RenderDependencies.Languages) && Languages.Count > 0
                ? $"|in {string.Join(',', Languages)}"
                : ""
        )
        + (uses.HasFlag(RenderDependencies.Translations) && HasTranslations ? "|translated" : "")
        + (uses.HasFlag(RenderDependencies.Embeds) && FramesAtOnce ? "|frames" : "")
        + (uses.HasFlag(RenderDependencies.ForeignPictures) && ShowsForeignPictures ? "|pictures" : "")
        + (
            uses.HasFlag(RenderDependencies.ForeignPictures) && OwnHosts.Count > 0
                ? $"|{string.Join(',', OwnHosts)}"
                : ""
        )
        + (uses.HasFlag(RenderDependencies.Checks) && ChecksOff.Count > 0 ? $"|off:{string.Join(',', ChecksOff)}" : "")
        + (Terms.Count > 0 ? "|terms:" + Term.FingerprintOf(Terms) : "")
        + (uses.HasFlag(RenderDependencies.TimeZone) ? Reviews : "");
}

/// <summary>How long reviews of posts with a tag hold.</summary>
public sealed record TagReviewEvery(string Tag, string Every);
