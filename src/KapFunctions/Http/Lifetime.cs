namespace KapFunctions.Http;

/// <summary>How long an answer may be kept: always said, since caches without a word keep things for days.</summary>
internal sealed class Lifetime
{
    // Most that caches in front keep what may change.
    private const int MaxSharedSeconds = 10;

    // One header for each number of seconds that may be left.
    private static readonly string[] Shared =
    [
        .. Enumerable.Range(0, MaxSharedSeconds + 1).Select(seconds => $"public, max-age=0, s-maxage={seconds}"),
    ];

    private readonly Func<string> cacheControl;

    private Lifetime(Func<string> cacheControl) => this.cacheControl = cacheControl;

    /// <summary>Caches in front keep it for seconds; browsers ask each time, which costs a 304.</summary>
    public static Lifetime Usual { get; } = new(() => Shared[MaxSharedSeconds]);

    /// <summary>For what is true only when it is asked, such as the posts of the last hour.</summary>
    public static Lifetime Fleeting { get; } = new(() => Shared[0]);

    /// <summary>The caller alone may keep it, and must ask each time, which costs a 304.</summary>
    public static Lifetime Private { get; } = new(() => "private, no-cache");

    /// <summary>Everybody may keep it for good: its address names its content.</summary>
    public static Lifetime Immutable { get; } = new(() => "public, max-age=31536000, immutable");

    public string CacheControl => cacheControl();

    /// <summary>As usual, but not beyond the instant at which time alone changes the answer.</summary>
    public static Lifetime Until(DateTimeOffset? changesAt, TimeProvider clock) =>
        changesAt is { } change ? new(() => Shared[SecondsLeft(change - clock.GetUtcNow())]) : Usual;

    private static int SecondsLeft(TimeSpan left) => (int)Math.Clamp(left.TotalSeconds, 0, MaxSharedSeconds);
}
