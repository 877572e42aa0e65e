using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KapFunctions.Benchmarks.Trust.Twins;

/// <summary>One text that writers change and readers ask for, and what is known of it.</summary>
/// <param name="number">Stands in all that is written into it.</param>
/// <param name="isMedia">Has neither a head nor an address of its own.</param>
internal sealed partial class TwinFile(int number, bool isMedia)
{
    // So that an answer is more than one packet, and a file more than one read of storage.
    private const int Filler = 3_000;
    private const int MediaFiller = 300_000;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private readonly long[] shown = new long[2];
    private long unsettledSince = Stopwatch.GetTimestamp();
    private long settledFrom = long.MaxValue;
    private long changedInAMoveAt;

    /// <summary>One writer at a time.</summary>
    public SemaphoreSlim Writing { get; } = new(1);

    public string Path { get; set; } = isMedia ? $"media/m{number}.vtt" : $"posts/p{number}.md";

    public string Slug { get; set; } = $"s{number}";

    /// <summary>Null where no file is, or where nobody knows.</summary>
    public string? Version { get; set; }

    public long Edit { get; set; }

    public bool IsVisible { get; set; }

    public bool IsMedia => isMedia;

    public string Address(bool asPage) =>
        isMedia ? $"/{Path}"
        : asPage ? $"/{Slug}/"
        : $"/api/posts/{Slug}/html";

    /// <summary>The path that it does not have now, for a move.</summary>
    public string OtherPath =>
        Path.StartsWith("posts/moved/", StringComparison.Ordinal) ? $"posts/p{number}.md" : $"posts/moved/p{number}.md";

    public string OtherSlug => Slug == $"s{number}" ? $"t{number}" : $"s{number}";

    /// <summary>As it is to be now.</summary>
    public byte[] Text()
    {
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"---\ntitle: Text {number}\nslug: {Slug}\ndate: 2026-02-{1 + (number % 28):00}\n{(IsVisible ? "" : "draft: true\n")}---\n"
        );
        var filler = new string('x', isMedia ? MediaFiller : Filler);
        return Encoding.UTF8.GetBytes(
            $"{(isMedia ? "" : head)}begin-{number}-{Edit}.\n\n{filler}\n\nend-{number}-{Edit}.\n"
        );
    }

    /// <summary>From now on nobody can say whether readers see it, or where.</summary>
    public void Unsettle()
    {
        lock (gate)
        {
            settledFrom = long.MaxValue;
            unsettledSince = Stopwatch.GetTimestamp();
        }
    }

    public void Settle()
    {
        lock (gate)
        {
            settledFrom = Stopwatch.GetTimestamp() + (long)(Settling.TotalSeconds * Stopwatch.Frequency);
        }
    }

    /// <summary>Its text changes in the seconds of a move: for a moment it may be gone.</summary>
    public void ChangeInAMove()
    {
        lock (gate)
        {
            changedInAMoveAt = Stopwatch.GetTimestamp();
        }
    }

    public bool ChangedInAMoveWithin(TimeSpan time)
    {
        lock (gate)
        {
            return changedInAMoveAt != 0 && Stopwatch.GetElapsedTime(changedInAMoveAt) < time;
        }
    }

    /// <summary>Whether it was visible at one address from then until now, whatever writers did to its text.</summary>
    public bool WasSettledSince(long asked)
    {
        lock (gate)
        {
            return IsVisible && settledFrom <= asked && unsettledSince < asked;
        }
    }

    public long ShownBy(int instance) => Interlocked.Read(ref shown[instance]);

    /// <summary>Null where the text is whole and no older than what this instance had shown when it was asked.</summary>
    public string? Fault(int instance, long before, string html)
    {
        var (begin, end) = (Marks().Match(html), EndMarks().Match(html));
        if (!begin.Success || !end.Success || begin.Groups[2].Value != end.Groups[2].Value)
        {
            return "half a text";
        }

        if (begin.Groups[1].Value != number.ToString(CultureInfo.InvariantCulture))
        {
            return $"the text of {begin.Groups[1].Value}";
        }

        var edit = long.Parse(begin.Groups[2].Value, CultureInfo.InvariantCulture);
        long known;
        while ((known = Interlocked.Read(ref shown[instance])) < edit)
        {
            Interlocked.CompareExchange(ref shown[instance], edit, known);
        }

        return edit < before ? $"edit {edit}, where it had shown {before}" : null;
    }

    public bool Holds(string html) => html.Contains($"begin-{number}-{Edit}.", StringComparison.Ordinal);

    [GeneratedRegex(@"begin-(\d+)-(\d+)\.")]
    private static partial Regex Marks();

    [GeneratedRegex(@"end-(\d+)-(\d+)\.")]
    private static partial Regex EndMarks();
}
