using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Metadata;

/// <summary>What a path alone says: <c>posts/2024-03-05-title.md</c>, <c>posts/2024/03/title/index.md</c>.</summary>
/// <param name="Stem">The name without date and ending.</param>
/// <param name="Date">Null where the path has none.</param>
/// <param name="HidingPlace">The folder or name that says that it is not public; else null.</param>
/// <param name="Language">Of a translation, as Hugo and Zola name it: <c>title.fr.md</c>; else null.</param>
internal sealed partial record FileNames(string Stem, DateTime? Date, string? HidingPlace, string? Language)
{
    /// <summary>A date in the path that no calendar has, and what is taken in its place; else null.</summary>
    public (string Written, string Taken)? NoDate { get; init; }

    /// <summary>Languages that a name may end in. Not all there are: <c>next.js.md</c> and <c>main.rs.md</c> are no translations.</summary>
    private static readonly FrozenSet<string> Languages = FrozenSet.ToFrozenSet(
        "ar bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu id it ja ko lt lv nb nl no pl pt ro ru sk sl sr sv ta th tr uk ur vi zh".Split(
            ' '
        )
    );

    public static FileNames Of(string path, UsedSettings settings)
    {
        var folders = path.Split('/');
        var (name, language) = WithoutLanguage(WithoutEnding(folders[^1]), settings);
        var isIndex = name.ToLowerInvariant() is "index" or "_index" && folders.Length > 2;
        var own = isIndex ? folders[^2] : name;
        var parents = folders.AsSpan(1, Math.Max(0, folders.Length - (isIndex ? 3 : 2)));
        var place = HidingPlaceOf(folders);
        var dated = DatedName().Match(own);
        var (date, wrong) = dated.Success
            ? Day(own, dated.Groups["y"].Value, dated.Groups["m"].Value, dated.Groups["d"].Value)
            : FolderDate(parents);
        return new(StemOf(dated.Success ? dated.Groups["rest"].Value : own, own), date, place, language)
        {
            NoDate = wrong,
        };
    }

    /// <summary>A translation beside its original needs an address of its own: that of its language, where the site has one for it.</summary>
    public string AddressStem(bool hasOwnAddresses) =>
        Language is null || hasOwnAddresses ? Stem : $"{Stem}-{Language}";

    /// <summary>What a file and its translations beside it have in common: the path without language and ending.</summary>
    public static string GroupOf(string path, UsedSettings settings)
    {
        var folder = path.LastIndexOf('/') + 1;
        return Translations.KeyOf(path[..folder] + WithoutLanguage(WithoutEnding(path[folder..]), settings).Name);
    }

    /// <summary>For a post without a title. Where words have blanks between them, as in a vault, a hyphen is one of theirs.</summary>
    public string ToTitle()
    {
        var words = (
            Stem.Contains(' ', StringComparison.Ordinal) ? Stem : Stem.Replace('-', ' ').Replace('_', ' ')
        ).Trim();
        return words.Length == 0 ? Stem : string.Concat(words[..1].ToUpperInvariant(), words.AsSpan(1));
    }

    /// <summary>Folders such as <c>_drafts</c> and <c>Privat</c>, and names that begin with <c>_</c>, but for <c>_index.md</c>.</summary>
    private static string? HidingPlaceOf(string[] folders) =>
        folders[..^1].Skip(1).FirstOrDefault(folder => HideWords.Folders.Contains(Spelling.Fold(folder)))
        ?? (
            folders[^1].StartsWith('_')
            && !WithoutEnding(folders[^1]).StartsWith("_index", StringComparison.OrdinalIgnoreCase)
                ? folders[^1]
                : null
        );

    private static string StemOf(string rest, string whole) => rest.Length > 0 ? rest : whole;

    private static string WithoutEnding(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name[..dot] : name;
    }

    /// <summary>Other languages than those of the list count where the site is written in them.</summary>
    private static (string Name, string? Language) WithoutLanguage(string name, UsedSettings settings)
    {
        var dot = name.LastIndexOf('.');
        var ending = name[(dot + 1)..];
        return dot <= 0 ? (name, null)
            : Languages.Contains(ending) ? (name[..dot], ending)
            : LanguageTag.Parse(ending) is { } tag && settings.Languages.Contains(tag) ? (name[..dot], tag)
            : (name, null);
    }

    private static (DateTime?, (string, string)?) FolderDate(ReadOnlySpan<string> parents)
    {
        for (var i = 0; i < parents.Length; i++)
        {
            if (Year().IsMatch(parents[i]))
            {
                var month = i + 1 < parents.Length && Month().IsMatch(parents[i + 1]) ? parents[i + 1] : null;
                var day =
                    month is not null && i + 2 < parents.Length && Month().IsMatch(parents[i + 2])
                        ? parents[i + 2]
                        : "01";
                return month is null ? default : Day(string.Join('/', parents[i], month, day), parents[i], month, day);
            }
        }
        return default;
    }

    /// <summary>The nearest day that exists: a name with day 00 is the month's first.</summary>
    private static (DateTime?, (string, string)?) Day(string written, string y, string m, string d)
    {
        var (year, month, day) = (Number(y), Number(m), Number(d));
        if (year < 1 || month is < 1 or > 12)
        {
            return (null, (written, "the day of the first upload"));
        }
        var existing = Math.Clamp(day, 1, DateTime.DaysInMonth(year, month));
        var date = new DateTime(year, month, existing);
        return (date, existing == day ? null : (written, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<y>[0-9]{4})[-_](?<m>[0-9]{1,2})[-_](?<d>[0-9]{1,2})([-_ ]+(?<rest>.*))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DatedName();

    [GeneratedRegex("^(19|20)[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex("^[0-9]{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Month();
}
