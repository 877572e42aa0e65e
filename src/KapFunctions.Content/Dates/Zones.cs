using System.Collections.Frozen;

namespace KapFunctions.Content.Dates;

internal static class Zones
{
    /// <summary>In minutes. Those of RFC 822 are fixed by https://www.rfc-editor.org/rfc/rfc5322#section-4.3; of several zones with
    /// one abbreviation the latest, so that nothing is public too early. IST is Ireland's, Israel's and India's: told as unreadable.</summary>
    private static readonly FrozenDictionary<string, int> Minutes = new Dictionary<string, int>
    {
        ["HST"] = -600,
        ["AKST"] = -540,
        ["AKDT"] = -480,
        ["PST"] = -480,
        ["PDT"] = -420,
        ["MST"] = -420,
        ["MDT"] = -360,
        ["CST"] = -360,
        ["CDT"] = -300,
        ["EST"] = -300,
        ["EDT"] = -240,
        ["AST"] = -240,
        ["ADT"] = -180,
        ["NST"] = -210,
        ["NDT"] = -150,
        ["ART"] = -180,
        ["BRT"] = -180,
        ["WET"] = 0,
        ["WEST"] = 60,
        ["BST"] = 60,
        ["WAT"] = 60,
        ["CET"] = 60,
        ["MEZ"] = 60,
        ["CEST"] = 120,
        ["MESZ"] = 120,
        ["CAT"] = 120,
        ["SAST"] = 120,
        ["EET"] = 120,
        ["EEST"] = 180,
        ["EAT"] = 180,
        ["MSK"] = 180,
        ["TRT"] = 180,
        ["PKT"] = 300,
        ["NPT"] = 345,
        ["ICT"] = 420,
        ["WIB"] = 420,
        ["HKT"] = 480,
        ["SGT"] = 480,
        ["PHT"] = 480,
        ["AWST"] = 480,
        ["JST"] = 540,
        ["KST"] = 540,
        ["ACST"] = 570,
        ["ACDT"] = 630,
        ["AEST"] = 600,
        ["AEDT"] = 660,
        ["NZST"] = 720,
        ["NZDT"] = 780,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>UTC for a name that nobody knows.</summary>
    public static TimeZoneInfo Find(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>Of a zone's abbreviation; null for one that nobody knows.</summary>
    public static TimeSpan? Offset(string abbreviation) =>
        Minutes.TryGetValue(abbreviation, out var minutes) ? TimeSpan.FromMinutes(minutes) : null;
}
