using System.Globalization;
using KapFunctions.Query.Replicas;
using KapFunctions.Settings;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Queues;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Reading;

/// <summary>How long a cache in front that is purged by tags may keep an answer: a day, but only while it has taken every
/// purge, and as long as this instance knows so. In doubt nothing is said, and the usual seconds hold.</summary>
public sealed class LongKeeping(
    CdnOptions options,
    WebhookStore store,
    ReadModel model,
    TimeProvider clock,
    ILogger<LongKeeping> log
)
{
    private const int DaySeconds = 86_400;

    /// <summary>Below this the usual lifetime says the same.</summary>
    private const int MinSeconds = 10;

    /// <summary>Purges are made a second time when no instance answers any more with what it knew before; see
    /// <see cref="CdnOptions.Again"/>. So nobody may promise a day who has not looked at the log for this long.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly string name = options.ByTag?.LifetimeHeader ?? "";
    private LogPosition? settled;
    private long lookedAt = long.MinValue / 2;

    /// <summary>Asks storage how far the cache was purged, where that is not all of what is served here.</summary>
    internal async Task LookAsync(CancellationToken cancellation)
    {
        if (
            options.ByTag is null
            || !model.IsReady
            || model.Now().Position == Volatile.Read(ref settled)
            || clock.GetElapsedTime(lookedAt) < Rest
        )
        {
            return;
        }

        lookedAt = clock.GetTimestamp();
        try
        {
            Volatile.Write(ref settled, (await store.ReadCursorAsync(options.SettledName!, cancellation)).Value);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            Volatile.Write(ref settled, null);
            log.LogWarning(failure, "Whether the cache in front was purged is not known; it keeps answers for seconds");
        }
    }

    /// <summary>The header for an answer made from <paramref name="view"/>, which time alone changes at
    /// <paramref name="changesAt"/>; null where no cache may keep it for longer than others.</summary>
    internal Func<KeyValuePair<string, string>?>? Of(View view, DateTimeOffset? changesAt)
    {
        if (options.ByTag is null || view.Depends.IsOnMore)
        {
            return null;
        }

        var (position, newYear) = (view.Position, NewYearAfter(view));
        var end = changesAt < newYear ? changesAt.Value : newYear;
        return () => HeaderFor(position, end);
    }

    private KeyValuePair<string, string>? HeaderFor(LogPosition position, DateTimeOffset end)
    {
        var seconds = (end - clock.GetUtcNow()).TotalSeconds;
        if (seconds <= MinSeconds || Volatile.Read(ref settled) != position || !(model.Age < MaxAge))
        {
            return null;
        }

        // Where time changes it soon, no error is to keep it any longer.
        return new(
            name,
            seconds < DaySeconds
                ? string.Create(CultureInfo.InvariantCulture, $"max-age={(int)seconds}")
                : $"max-age={DaySeconds}, stale-if-error={DaySeconds}"
        );
    }

    /// <summary>Pages name the year.</summary>
    private static DateTimeOffset NewYearAfter(View view)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(view.Site.Settings.Rendering.TimeZone, out var found)
            ? found
            : TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(view.Now, zone);
        var newYear = new DateTime(local.Year + 1, 1, 1);
        return new DateTimeOffset(newYear, zone.GetUtcOffset(newYear)).ToUniversalTime();
    }
}
