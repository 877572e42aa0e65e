using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.FrontMatter;

/// <summary>Fields by name. Case, hyphens, underscores and invisible characters make no difference: <c>pubDate</c>,
/// <c>pub_date</c> and <c>PubDate</c> are one. A wrong type is a problem and reads as absent.</summary>
internal sealed class Fields
{
    private readonly Dictionary<string, Field> byName = [];
    private readonly HashSet<string> read = [];
    private readonly HashSet<string> asked = [];
    private readonly IReadOnlyList<Field> all;
    private readonly ProblemLog problems;

    public Fields(MapValue map, ProblemLog problems)
    {
        (all, this.problems) = (map.Fields, problems);
        foreach (var field in map.Fields)
        {
            var name = Normalize(field.Key);
            if (byName.ContainsKey(name))
            {
                problems.Add(ProblemCatalog.FrontMatterDuplicateKey, field.At, field.Key);
            }
            byName[name] = field;
        }
    }

    public IEnumerable<Field> Unread => byName.Where(pair => !read.Contains(pair.Key)).Select(pair => pair.Value);

    /// <summary>Folded names that were asked for, whether or not they are there.</summary>
    public IReadOnlySet<string> Asked => asked;

    /// <summary>Whether there is one, without asking what it says.</summary>
    public bool Has(string name) => byName.ContainsKey(Normalize(name));

    /// <summary>Whether a field of this folded name means nothing to anybody who asked until now.</summary>
    public bool IsUnread(string name) => !read.Contains(name);

    public IEnumerable<Field> All(string name)
    {
        var key = Normalize(name);
        return Find(name) is null ? [] : all.Where(field => Normalize(field.Key) == key && !IsEmpty(field.Value));
    }

    /// <summary>The first of <paramref name="names"/> that has a value.</summary>
    public Field? Find(params ReadOnlySpan<string> names)
    {
        Field? found = null;
        foreach (var name in names)
        {
            var key = Normalize(name);
            asked.Add(key);
            if (byName.TryGetValue(key, out var field))
            {
                Read(key, field);
                found ??= IsEmpty(field.Value) ? null : field;
            }
        }
        return found;
    }

    public void ReportUnreadBroken()
    {
        foreach (var field in Unread.Where(field => field.Value is BrokenValue))
        {
            problems.Add(ProblemCatalog.FieldUnreadable, field.At, field.Key);
        }
    }

    private void Read(string key, Field field)
    {
        if (read.Add(key) && field.Value is BrokenValue broken)
        {
            problems.Add(broken.Kind, broken.At, broken.Format, broken.Reason);
        }
    }

    /// <summary>A text on one line; numbers and switches are texts too.</summary>
    public string? Text(params ReadOnlySpan<string> names) => Find(names) is { } field ? Text(field) : null;

    public string? Text(Field field)
    {
        switch (field.Value)
        {
            case ScalarValue scalar:
                return OneLine(scalar.Text);
            case ListValue { Items: [ScalarValue only] }:
                return OneLine(only.Text);
            default:
                problems.Add(ProblemCatalog.FieldType, field.At, field.Key, "a text");
                return null;
        }
    }

    public bool? Flag(params ReadOnlySpan<string> names)
    {
        if (Find(names) is not { } field)
        {
            return null;
        }
        switch ((field.Value as ScalarValue)?.Text.Trim().ToLowerInvariant())
        {
            case "true" or "yes" or "on" or "1" or "y":
                return true;
            case "false" or "no" or "off" or "0" or "n":
                return false;
            default:
                problems.Add(ProblemCatalog.FieldType, field.At, field.Key, "true or false");
                return null;
        }
    }

    /// <summary>The fields of a map; none where it is not there or no map.</summary>
    public Fields? Map(params ReadOnlySpan<string> names) =>
        Find(names)?.Value is MapValue map ? new Fields(map, problems) : null;

    /// <summary>Without line breaks and runs of blanks, which would show in titles and feeds.</summary>
    public static string OneLine(string text) =>
        text.AsSpan().IndexOfAny('\n', '\t') >= 0 || text.Contains("  ", StringComparison.Ordinal)
            ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : text.Trim();

    private static bool IsEmpty(FieldValue value) =>
        value switch
        {
            ScalarValue scalar => scalar.IsNull || string.IsNullOrWhiteSpace(scalar.Text),
            ListValue list => list.Items.All(IsEmpty),
            MapValue map => map.Fields.Count == 0,
            BrokenValue => true,
            _ => false,
        };

    /// <summary>What is left of a key when spelling does not matter; of one that has no letters, all of it.</summary>
    public static string Normalize(string key) => Spelling.Fold(key) is { Length: > 0 } name ? name : key;
}
