using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.FrontMatter;

/// <summary>Gives keys at the top of a head their values, and leaves every other byte of the file as it is. Whoever edits reads the file
/// again, since a head may be written in a way that takes no further lines.</summary>
internal static partial class HeadEdit
{
    /// <param name="text">The file, with its own line ends and, where it has one, its mark.</param>
    /// <param name="json">The value, as JSON writes it: YAML and TOML read strings and lists of strings so, too.</param>
    /// <param name="names">Those of the key; the first is written where none is there.</param>
    /// <returns>Null where the head cannot be read.</returns>
    public static string? Set(string text, string json, params IReadOnlyList<string> names)
    {
        var mark = text.StartsWith('\uFEFF') ? "\uFEFF" : "";
        text = text[mark.Length..];
        text = PlainHead.Of(text.ReplaceLineEndings("\n")) is null
            ? text
            : PlainHead.Fenced(text.ReplaceLineEndings("\n"));
        var problems = new ProblemLog("");
        if (FrontMatterReader.Read(text.ReplaceLineEndings("\n"), problems) is not var (map, block))
        {
            return null;
        }
        var known = names
            .Select(name => map.Fields.LastOrDefault(field => Fields.Normalize(field.Key) == Fields.Normalize(name)))
            .FirstOrDefault(field => field is not null);
        return mark
            + block.Format switch
            {
                FrontMatterFormat.None => WithHead(text, $"{names[0]}: {json}"),
                FrontMatterFormat.Json => JsonHeadEdit.Set(text, known?.Key ?? names[0], json),
                _ => InLines(text, block, map, known, names[0], json),
            };
    }

    private static string WithHead(string text, string line)
    {
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        return $"---{end}{line}{end}---{end}{end}{text}";
    }

    private static string InLines(
        string text,
        FrontMatterBlock block,
        MapValue map,
        Field? known,
        string name,
        string json
    )
    {
        var lines = Lines().Matches(text).Select(line => line.Value).ToList();
        if (known is not null)
        {
            var at = known.At.Line - 1;
            var next = map.Fields.Select(field => field.At.Line - 1).Where(line => line > at);
            var end = Math.Min(next.DefaultIfEmpty(int.MaxValue).Min(), block.BodyLine - 2);
            var last = at;
            while (last + 1 < end && Continues().IsMatch(lines[last + 1]))
            {
                last++;
            }
            lines[at] = WithValue(lines[at], json, last > at) + EndOf(lines[last]);
            lines.RemoveRange(at + 1, last - at);
            return string.Concat(lines);
        }
        var first = block.Line - 1;
        var indent =
            map.Fields.Count > 0 ? Indent().Match(lines[map.Fields.Min(field => field.At.Line) - 1]).Value : "";
        var sign = block.Format == FrontMatterFormat.Toml ? " = " : ": ";
        lines.Insert(first, indent + name + sign + json + EndOf(lines[first - 1]));
        return string.Concat(lines);
    }

    /// <summary>A comment behind the value stays, where it cannot be a part of it.</summary>
    private static string WithValue(string line, string json, bool isLong)
    {
        var plain = line[..^EndOf(line).Length];
        var key = Keyed().Match(plain);
        if (!key.Success)
        {
            return plain;
        }
        var comment = isLong ? "" : OneValue().Match(plain[key.Length..]).Groups["comment"].Value;
        return $"{key.Value} {json}{comment}";
    }

    private static string EndOf(string line) => LineEnd().Match(line).Value;

    // The ends at which the reader of a file counts lines.
    [GeneratedRegex(@"[^\r\n\f\u0085\u2028\u2029]*(\r\n|[\r\n\f\u0085\u2028\u2029]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Lines();

    [GeneratedRegex(@"(\r\n|[\r\n\f\u0085\u2028\u2029])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"^([ \t]+\S|-[ \t]|[\]}])", RegexOptions.CultureInvariant)]
    private static partial Regex Continues();

    [GeneratedRegex(@"^[ \t]*", RegexOptions.CultureInvariant)]
    private static partial Regex Indent();

    [GeneratedRegex(@"^[ \t]*(""[^""]*""|'[^']*'|[^:=""']+?)[ \t]*[:=]", RegexOptions.CultureInvariant)]
    private static partial Regex Keyed();

    [GeneratedRegex(
        """^[ \t]*("([^"\\]|\\.)*"|'[^']*'|[^"'\[{#\s]([^#]|(?<![ \t])#)*?)?(?<comment>[ \t]+#.*)?[ \t]*$""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OneValue();
}
