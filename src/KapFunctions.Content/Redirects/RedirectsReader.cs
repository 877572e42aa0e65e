using System.Buffers;
using System.Globalization;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Links;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Redirects;

/// <summary>A line is <c>/old/: /new/</c>, <c>/old/*: /new/*</c>, <c>/gone/: 410</c>, or has <c>to</c> and <c>status</c> below it.
/// Ghost's own form, with lines below <c>301</c> and <c>302</c>, is read as well. What cannot be used is told of, and left
/// out.</summary>
internal sealed class RedirectsReader(ProblemLog problems)
{
    private const int Moved = 301;

    /// <summary>In UTF-16 units, of either address.</summary>
    private const int MaxLength = 500;

    private static readonly int[] Statuses = [Moved, 302, 410, 451];

    // Answered before any redirect is looked for.
    private static readonly string[] NeverMissing =
    [
        .. OwnAddresses.Names.Except(["archive", "author", "page", "search", "tag", ".well-known"]),
    ];

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("*?#^$()\\<>\"");

    private readonly List<RedirectRule> rules = [];
    private readonly HashSet<(string From, bool IsPrefix)> known = [];

    public IReadOnlyList<RedirectRule> Read(MapValue map)
    {
        Read(map, Moved);
        return rules;
    }

    private void Read(MapValue map, int status)
    {
        foreach (var field in map.Fields)
        {
            switch (field.Value)
            {
                case MapValue below when StatusOf(field.Key) is { } common:
                    Read(below, common);
                    break;
                case ListValue list when StatusOf(field.Key) is { } common:
                    list.Items.OfType<ScalarValue>().ToList().ForEach(item => Add(item.Text, item.At, null, common));
                    break;
                case MapValue target:
                    AddMap(field, new(target, problems), status);
                    break;
                case ScalarValue scalar when StatusOf(scalar.Text) is { } own:
                    Add(field.Key, field.At, null, own);
                    break;
                case ScalarValue { IsNull: false } scalar:
                    Add(field.Key, field.At, scalar.Text, status);
                    break;
                case BrokenValue broken:
                    problems.Add(broken.Kind, broken.At, broken.Format, broken.Reason);
                    break;
                default:
                    Add(field.Key, field.At, null, status);
                    break;
            }
        }
    }

    private void AddMap(Field field, Fields entry, int status)
    {
        var given = entry.Text("status", "code", "type");
        var known = given is null ? status : StatusOf(given);
        if (known is { } own)
        {
            Add(field.Key, field.At, entry.Text("to", "target", "url"), own);
        }
        else
        {
            Refuse(field.Key, field.At, "its status is none of 301, 302, 410 and 451", "Write one of these numbers");
        }
    }

    private void Add(string written, Position at, string? to, int status)
    {
        if (rules.Count == RedirectsParser.MaxRules)
        {
            var most = RedirectsParser.MaxRules.ToString("N0", CultureInfo.InvariantCulture);
            problems.AddOnce(
                ProblemCatalog.RedirectValue,
                at,
                written,
                $"the file has more than {most}",
                "Put several into one line that ends in /*, or the old address under \"aliases\" of its post"
            );
            return;
        }
        if (From(written, at) is not var (from, isPrefix) || !IsTarget(written, at, to?.Trim(), isPrefix, status))
        {
            return;
        }
        if (!known.Add((from, isPrefix)))
        {
            problems.Add(ProblemCatalog.RedirectTwice, at, written);
            return;
        }
        rules.Add(new(from, isPrefix, status, to?.Trim(), at.Line));
    }

    private (string From, bool IsPrefix)? From(string written, Position at)
    {
        var path = written.Trim();
        if (Uri.TryCreate(path, UriKind.Absolute, out var full) && full.Scheme is "http" or "https")
        {
            path = full!.AbsolutePath;
        }
        var isPrefix = path.EndsWith("/*", StringComparison.Ordinal);
        var plain = isPrefix ? path[..^2] : path;
        var key = AddressKey.Of(plain);
        var (isWrong, what, mend) = true switch
        {
            _ when !path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal) => (
                true,
                "it does not begin with one slash",
                "Write the path of the old address, such as /old/"
            ),
            _ when path.Length > MaxLength => (
                true,
                $"it is longer than {MaxLength} characters",
                "Write a shorter one"
            ),
            _ when plain.AsSpan().ContainsAny(Forbidden) => (
                true,
                "only a star behind the last slash has a meaning; neither patterns nor questions are read",
                "Write the path alone, with /* at its end for all that is below it"
            ),
            _ when key.Length == 0 && !isPrefix => (true, "the first page is always there", "Delete the line"),
            _ when NeverMissing.Contains(key.Split('/')[0], StringComparer.Ordinal) => (
                true,
                "the site itself answers there",
                "Delete the line"
            ),
            _ => (false, "", ""),
        };
        if (isWrong)
        {
            Refuse(written, at, what, mend);
        }
        return isWrong ? null : (key, isPrefix);
    }

    private bool IsTarget(string written, Position at, string? to, bool isPrefix, int status)
    {
        var leads = status is Moved or 302;
        var (what, mend) = (leads, to) switch
        {
            (true, null or "") => ("it says no new address", "Write the new address behind the colon, or 410 for none"),
            (false, not (null or "")) => ($"{status} sends readers nowhere", "Take the new address away, or write 301"),
            (false, _) => ("", ""),
            (_, { Length: > MaxLength }) => (
                $"the new address is longer than {MaxLength} characters",
                "Write a shorter one"
            ),
            _ when !IsAddress(to!) => (
                "the new address is neither a path that begins with a slash nor begins with https://",
                "Write the new address as /new/ or https://example.org/new"
            ),
            _ when to!.Contains('*', StringComparison.Ordinal) && !(isPrefix && IsStarAlone(to)) => (
                "a star in the new address stands behind its last slash, for what the star of the old one stands for",
                "Write /new/ behind an address without a star, and /new/* behind one that ends in /*"
            ),
            _ => ("", ""),
        };
        if (what.Length > 0)
        {
            Refuse(written, at, what, mend);
        }
        return what.Length == 0;
    }

    /// <summary>A browser takes two slashes, or one and a backslash, for the beginning of a host.</summary>
    private static bool IsAddress(string to) =>
        !to.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or '"' or '\\')
        && (
            to.StartsWith('/')
                ? !to.StartsWith("//", StringComparison.Ordinal)
                : Uri.TryCreate(to, UriKind.Absolute, out var full) && full.Scheme is "http" or "https"
        );

    /// <summary>Behind the last slash: elsewhere a reader could make another host of it.</summary>
    private static bool IsStarAlone(string to) =>
        to.EndsWith("/*", StringComparison.Ordinal) && to.IndexOf('*', StringComparison.Ordinal) == to.Length - 1;

    private static int? StatusOf(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var status)
        && Statuses.Contains(status)
            ? status
            : null;

    private void Refuse(string written, Position at, string what, string mend) =>
        problems.Add(ProblemCatalog.RedirectValue, at, written, what, mend);
}
