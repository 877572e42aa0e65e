using System.Net;
using System.Text.RegularExpressions;
using KapFunctions.Content.FrontMatter;

namespace KapFunctions.Content.Metadata;

/// <summary>Names of tags and people as heads have them: a list, one text with signs or blanks between, maps with a name,
/// Obsidian's links to a note of that name.</summary>
internal static partial class WrittenNames
{
    /// <summary>What stands between names in one text: the first of them that is there.</summary>
    private static readonly string[] Separators = [",，、", ";；", "|"];

    public static IEnumerable<string> In(FieldValue? value, Func<string, IEnumerable<string>> split) =>
        value switch
        {
            ScalarValue scalar => split(Unlinked(WebUtility.HtmlDecode(scalar.Text))).Select(Unlinked),
            ListValue list => list.Items.SelectMany(InItem),
            MapValue map when NameOf(map) is { } name => [name],
            MapValue map => map.Fields.Select(inner => inner.Key),
            _ => [],
        };

    /// <summary>Jekyll and Obsidian separate tags in a text by blanks; with a comma or the like in it, these do.</summary>
    public static IEnumerable<string> BySignsOrBlanks(string text) =>
        Separators.Any(signs => text.AsSpan().IndexOfAny(signs) >= 0)
            ? BySigns(text)
            : Joined(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static IEnumerable<string> BySigns(string text)
    {
        // A list between quotation marks is a text.
        var bare = text is ['[', .., ']'] ? text[1..^1] : text;
        var signs = Separators.FirstOrDefault(signs => bare.AsSpan().IndexOfAny(signs) >= 0) ?? "";
        // Without any, Split would part at blanks.
        var names = signs.Length == 0 ? [bare.Trim()] : bare.Split(signs.ToCharArray(), StringSplitOptions.TrimEntries);
        return names
            .Where(name => name.Length > 0)
            .Select(name => bare.Length < text.Length ? name.Trim('"', '\'') : name);
    }

    /// <summary>A name without any letter, digit or picture is a sign that stands between two.</summary>
    public static bool IsName(string text) => Named().IsMatch(text);

    /// <summary>"Health &amp; Wellness" is one name: a blank beside such a sign parts nothing.</summary>
    private static List<string> Joined(string[] words)
    {
        var names = new List<string>();
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is "&" or "+" or "/" && names.Count > 0 && i + 1 < words.Length)
            {
                names[^1] = $"{names[^1]} {words[i]} {words[++i]}";
            }
            else
            {
                names.Add(words[i]);
            }
        }
        return names;
    }

    private static IEnumerable<string> InItem(FieldValue item) =>
        item switch
        {
            ScalarValue { IsNull: false } scalar => [Unlinked(scalar.Text)],
            // YAML reads [[Sleep]] without quotation marks as a list in a list.
            ListValue inner => inner.Items.OfType<ScalarValue>().Select(scalar => Unlinked(scalar.Text)),
            MapValue map when NameOf(map) is { } name => [name],
            _ => [],
        };

    private static string? NameOf(MapValue map) =>
        (map.Fields.FirstOrDefault(f => f.Key is "name" or "title" or "slug" or "id")?.Value as ScalarValue)?.Text;

    private static string Unlinked(string text) =>
        Link().Match(text) is { Success: true, Groups: var link }
            ? link["shown"].Value is { Length: > 0 } shown
                ? shown
                : link["name"].Value
            : text;

    [GeneratedRegex(
        @"^\s*\[\[([^\[\]|]*/)?(?<name>[^\[\]|/#]{1,500})(#[^\[\]|]*)?(\|(?<shown>[^\[\]]{1,500}))?\]\]\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Link();

    [GeneratedRegex(@"[\p{L}\p{N}\p{So}\p{Cs}]", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
