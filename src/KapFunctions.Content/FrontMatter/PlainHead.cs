using System.Text;
using System.Text.RegularExpressions;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.FrontMatter;

/// <summary>A head without fences, from the first line to the first empty one: <c>Title: …</c> as MultiMarkdown, Pelican and MkDocs
/// have it (https://python-markdown.github.io/extensions/meta_data/), or Pandoc's <c>% title</c>
/// (https://pandoc.org/MANUAL.html#extension-pandoc_title_block). What could be a head that lost its fence is left to
/// <see cref="MisplacedHead"/>.</summary>
internal static partial class PlainHead
{
    private static readonly string[] PandocKeys = ["title", "author", "date"];

    /// <summary>Null where the text begins otherwise. Its lines become as many of YAML.</summary>
    public static FrontMatterBlock? Of(string text)
    {
        var end = EmptyLine().Match(text) is { Success: true, Index: var at } ? at : text.Length;
        if (end is 0 or > FrontMatterSplitter.MaxLength)
        {
            return null;
        }
        var lines = text[..end].TrimEnd('\n').Split('\n');
        var body = text[Math.Min(text.Length, end + 1)..];
        var yaml = text.StartsWith("% ", StringComparison.Ordinal) ? OfPandoc(lines) : OfKeys(lines);
        return yaml is null || GoesOn(body)
            ? null
            : new(FrontMatterFormat.Yaml, string.Join('\n', yaml) + "\n", 1, body, lines.Length + 1);
    }

    /// <summary>The text with such a head between fences; any other as it is.</summary>
    public static string Fenced(string text) =>
        Of(text) is { } head ? $"---\n{head.Text}---\n\n{head.Body.TrimStart('\n')}" : text;

    private static string[]? OfKeys(string[] lines)
    {
        var yaml = new string[lines.Length];
        var known = new HashSet<string>();
        var last = -1;
        foreach (var (i, line) in lines.Index())
        {
            if (Keyed().Match(line) is { Success: true, Groups: var keyed })
            {
                var name = Spelling.Fold(keyed["key"].Value);
                _ = KnownKeys.Contains(name) && known.Add(name);
                yaml[last = i] = $"{keyed["key"].Value}: {Quoted(keyed["value"].Value.Trim())}";
            }
            else if (last >= 0 && line.StartsWith("    ", StringComparison.Ordinal))
            {
                yaml[last] = $"{yaml[last][..^1]} {Inside(line.Trim())}'";
                yaml[i] = "";
            }
            else
            {
                return null;
            }
        }
        return known.Count > 1 && known.Contains("title") ? yaml : null;
    }

    private static string[]? OfPandoc(string[] lines)
    {
        var yaml = new string[lines.Length];
        var keys = -1;
        var first = -1;
        foreach (var (i, line) in lines.Index())
        {
            if (line.StartsWith('%') && ++keys < PandocKeys.Length)
            {
                var value = line[1..].Trim();
                yaml[first = i] = value.Length > 0 ? $"{PandocKeys[keys]}: {Quoted(value)}" : "";
            }
            else if (line.StartsWith(' ') && yaml[first].Length > 0)
            {
                yaml[first] = $"{yaml[first][..^1]} {Inside(line.Trim())}'";
                yaml[i] = "";
            }
            else
            {
                return null;
            }
        }
        return yaml;
    }

    /// <summary>What follows would be a part of the head to whoever forgot its fences.</summary>
    private static bool GoesOn(string body)
    {
        var first = BodyProperties.Lines(body).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? "";
        return MisplacedHead.IsFence(first)
            || MisplacedHead.LineIn(body) is not null
            || (HeadLine.Read(first) is { IsKeyed: true, Name: var name } && KnownKeys.Contains(name));
    }

    /// <summary>Nothing in it means anything to YAML; quotation marks around it are left out.</summary>
    private static string Quoted(string value) =>
        value is ['"', .., '"'] or ['\'', .., '\''] && value.Length > 1 && !value[1..^1].Contains(value[0])
            ? Quoted(value[1..^1])
            : $"'{Inside(value)}'";

    private static string Inside(string value) => value.Replace("'", "''", StringComparison.Ordinal);

    [GeneratedRegex(@"\n[ \t]*(?=\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyLine();

    [GeneratedRegex(
        @"\A(?<key>[A-Za-z][A-Za-z0-9 _-]{0,40}):([ \t]+(?<value>\S.*)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Keyed();
}
