using System.Text.RegularExpressions;
using KapFunctions.Content.Dates;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.FrontMatter;

/// <summary>A line of <c>key: value</c> as somebody meant it, whatever parser it was for and wherever it stands.</summary>
/// <param name="Key">As written.</param>
/// <param name="Name">The key, folded.</param>
/// <param name="Value">Without a comment.</param>
/// <param name="IsKeyed">Whether a colon or an equals sign parts them; else it was forgotten, or is another sign.</param>
internal sealed partial record HeadLine(string Key, string Name, string Value, bool IsKeyed)
{
    public static HeadLine? Read(string line)
    {
        var match = Keyed().Match(line);
        var keyed =
            match.Success && !match.Groups["value"].Value.StartsWith("//", StringComparison.Ordinal)
                ? Of(match, isKeyed: true)
                : null;
        if (keyed is not null && (!keyed.Key.Contains(' ', StringComparison.Ordinal) || KnownKeys.Contains(keyed.Name)))
        {
            return keyed;
        }
        // "date 2024-03-05 9:30" has its colon in the value.
        match = Unkeyed().Match(line);
        var unkeyed = match.Success ? Of(match, isKeyed: false) : null;
        return keyed is null || (unkeyed is not null && KnownKeys.Contains(unkeyed.Name)) ? unkeyed : keyed;
    }

    /// <summary>Whether it says, clearly or nearly so, that readers are to see nothing.</summary>
    public bool Hides =>
        HideWords.SwitchOf(Name) is { } found ? HidesBy(found)
        : HideWords.IsStatus(Name) ? IsKeyed && HideWords.HidingStatus(Spelling.Fold(Value)) is not null
        : HideWords.IsVisibility(Name) && IsOneWord && !HideWords.Everybody.Contains(Spelling.Fold(Value));

    /// <summary>The switch or date at the end of another key's line: the line's end between them was lost.</summary>
    public static string? GluedOn(string line)
    {
        var tail = line[Math.Max(0, line.Length - MaxTail)..];
        if (Glued().Match(tail) is not { Success: true, Groups: var groups })
        {
            return null;
        }
        var before = line.AsSpan(0, line.Length - tail.Length + groups["key"].Index);
        var (key, value) = (groups["key"].Value, groups["value"].Value.Trim());
        return
            before.IndexOfAny(':', '=') > 0
            && !before.Contains(" #", StringComparison.Ordinal)
            && IsTakenFrom(Spelling.Fold(key), value)
            ? key + groups["rest"].Value
            : null;
    }

    /// <summary>Whether a key that was lost in another value would have hidden: by its switch, or by its time.</summary>
    public static bool IsTakenFrom(string name, string value) =>
        DateEndings.Contains(name)
            ? DateText.TryParse(value, out _)
            : new HeadLine(name, name, value, IsKeyed: true).Hides;

    /// <summary>The key with which a folded name ends that two lines were run together to; null for none.</summary>
    public static string? EndingOf(string name) =>
        Switches.Concat(DateEndings).FirstOrDefault(ending => name.EndsWith(ending, StringComparison.Ordinal));

    private bool IsOneWord => Value.Length is > 0 and <= 24 && !Value.Contains(' ', StringComparison.Ordinal);

    private bool HidesBy(HideSwitch found) =>
        SwitchWord.Read(Value) switch
        {
            { IsOn: { } on } => on == found.HidesOn,
            { Meant: { } meant } => meant == found.HidesOn,
            // Whatever single word it is, it is no clear one; words of prose are no value of a switch.
            _ => IsKeyed && Name == found.Key && IsOneWord && !Value.Any(char.IsDigit),
        };

    private static HeadLine? Of(Match match, bool isKeyed)
    {
        var (key, value) = (match.Groups["key"].Value.Trim(), match.Groups["value"].Value);
        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        var name = Spelling.Fold(key);
        return name.Length is 0 or > Spelling.MaxLength
            ? null
            : new(key, name, (comment < 0 ? value : value[..comment]).Trim(), isKeyed);
    }

    /// <summary>What these say decides who sees the file.</summary>
    internal static readonly string[] Switches =
    [
        "draft",
        "published",
        "publish",
        "private",
        "hidden",
        "status",
        "visibility",
    ];

    private static readonly string[] DateEndings = ["publishdate", "pubdate", "date", "expires", "expirydate"];

    /// <summary>Longer than any switch, in characters.</summary>
    private const int MaxTail = 80;

    /// <summary>Signs of lists, quotations and emphasis may stand before a key; of a heading and a comment, not.</summary>
    private const string Before = @"^[^\p{L}\p{N}#]*";

    private const string Word = @"[\p{L}\p{M}\p{Cf}\p{N}_-]";

    [GeneratedRegex(
        Before
            + @"(?<key>\p{L}("
            + Word
            + @"|[ \u00A0](?="
            + Word
            + @")){0,40})[^\p{L}\p{N}:=：#]{0,4}[:=：]+(?<value>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Keyed();

    [GeneratedRegex(
        Before + @"(?<key>\p{L}" + Word + @"{0,40})(?<sign>[^\p{L}\p{N}]{1,4})(?<value>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Unkeyed();

    [GeneratedRegex(
        @"(?<key>draft|published|publish|private|hidden|status|visibility|publish_?date|pub_?date|date|expires|expiry_?date)(?<rest>[""']?\s*[:=]+\s*(?<value>[^:=#\s][^#]{0,40}?))$",
        RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.IgnoreCase
            | RegexOptions.RightToLeft
    )]
    private static partial Regex Glued();
}

/// <param name="IsOn">Null where that is not clear.</param>
/// <param name="IsPlain">Whether it is the word alone, without quotation marks and other signs around it.</param>
/// <param name="Meant">What it probably was to say; null where nobody can tell.</param>
internal readonly record struct SwitchWord(bool? IsOn, bool IsPlain, bool? Meant)
{
    public static SwitchWord Read(string written)
    {
        var word = Spelling.Fold(written);
        bool? on =
            HideWords.Yes.Contains(word) ? true
            : HideWords.No.Contains(word) ? false
            : null;
        var meant = on ?? Nearest(word);
        return new(on, IsPlainWord(written), meant);
    }

    private static bool? Nearest(string word)
    {
        var (yes, no) = (HideWords.Near(word, HideWords.Yes), HideWords.Near(word, HideWords.No));
        return (yes is null) == (no is null) ? null : yes is not null;
    }

    private static bool IsPlainWord(string written) => !written.Any(c => char.IsPunctuation(c) || char.IsSymbol(c));
}
