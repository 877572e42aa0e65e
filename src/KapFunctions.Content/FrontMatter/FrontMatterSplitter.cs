using System.Globalization;
using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.FrontMatter;

/// <summary>The head is <c>---</c> YAML, <c>+++</c> TOML, <c>{</c> JSON, or <c>---toml</c> and the like; without a sign, a <see cref="PlainHead"/>.</summary>
internal static partial class FrontMatterSplitter
{
    /// <summary>Largest front matter, in UTF-16 units.</summary>
    public const int MaxLength = 16 * 1024;

    /// <summary>Null with a problem where the front matter cannot be told from the body.</summary>
    public static FrontMatterBlock? Split(string text, ProblemLog problems)
    {
        var begin = StartOf(text);
        var start = text.LastIndexOf('\n', Math.Max(0, begin - 1), begin) + 1;
        var line = text.AsSpan(0, start).Count('\n') + 1;
        var fence = new Opening(text, start, line, begin - start);
        var first = Trimmed(text.AsSpan(start, EndOfLine(text, start) - start));
        return first switch
        {
            "---" => Fenced(fence, "---", FrontMatterFormat.Yaml, problems),
            "+++" => Fenced(fence, "+++", FrontMatterFormat.Toml, problems),
            _ when first is ['{', ..] && JsonStart().IsMatch(text.AsSpan(begin)) => Json(text, begin, line, problems),
            _ when first.StartsWith("---") && Language().IsMatch(first) => Named(
                fence,
                first[3..].Trim().ToString(),
                problems
            ),
            _ => None(text, problems),
        };
    }

    public static FrontMatterBlock? None(string text, ProblemLog problems)
    {
        if (PlainHead.Of(text) is { } plain)
        {
            return plain;
        }
        if (MisplacedHead.LineIn(text) is not { } line)
        {
            return FrontMatterBlock.None(text);
        }
        problems.Add(ProblemCatalog.HeadMisplaced, new(line, 1));
        return null;
    }

    /// <summary>The first line with anything visible.</summary>
    private static int StartOf(string text)
    {
        var start = 0;
        while (start < text.Length && IsUnseen(text[start]))
        {
            start++;
        }
        return start < text.Length ? start : 0;
    }

    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> line)
    {
        while (line is [var first, ..] && IsUnseen(first))
        {
            line = line[1..];
        }
        while (line is [.., var last] && IsUnseen(last))
        {
            line = line[..^1];
        }
        return line;
    }

    private static bool IsUnseen(char c) =>
        char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static FrontMatterBlock? Named(Opening opening, string language, ProblemLog problems)
    {
        FrontMatterFormat? format = language.ToLowerInvariant() switch
        {
            "yaml" or "yml" => FrontMatterFormat.Yaml,
            "toml" => FrontMatterFormat.Toml,
            "json" => FrontMatterFormat.Json,
            _ => null,
        };
        if (format is { } known)
        {
            return Fenced(opening, "---", known, problems);
        }
        problems.Add(ProblemCatalog.FrontMatterScript, new(opening.Line, 1), language);
        return null;
    }

    private static FrontMatterBlock? Fenced(
        Opening opening,
        string fence,
        FrontMatterFormat format,
        ProblemLog problems
    )
    {
        var text = opening.Text;
        var contentStart = Math.Min(EndOfLine(text, opening.Start) + 1, text.Length);
        for (var at = contentStart; at < text.Length; at = EndOfLine(text, at) + 1)
        {
            var end = EndOfLine(text, at);
            if (Closes(Undented(text.AsSpan(at, end - at), opening.Indent), fence))
            {
                var body = Math.Min(end + 1, text.Length);
                var block = Block(text, format, contentStart, at, body, opening.Line + 1, problems);
                return opening.Indent == 0 ? block : block?.Undented(opening.Indent);
            }
        }
        if (!LooksLikeKeys(text, contentStart, format))
        {
            return None(text, problems);
        }
        problems.Add(ProblemCatalog.FrontMatterUnclosed, new(opening.Line, 1), fence);
        return null;
    }

    private static ReadOnlySpan<char> Undented(ReadOnlySpan<char> line, int indent)
    {
        while (indent-- > 0 && line is [var first, ..] && IsUnseen(first))
        {
            line = line[1..];
        }
        return line;
    }

    private static bool Closes(ReadOnlySpan<char> line, string fence)
    {
        while (line is [.., var last] && IsUnseen(last))
        {
            line = line[..^1];
        }
        return line.SequenceEqual(fence) || (fence == "---" && line is "...");
    }

    private readonly record struct Opening(string Text, int Start, int Line, int Indent);

    private static FrontMatterBlock? Json(string text, int start, int line, ProblemLog problems)
    {
        var end = JsonExtent.EndOf(text, start);
        if (end >= 0)
        {
            return Block(text, FrontMatterFormat.Json, start, end, end, line, problems);
        }
        problems.Add(ProblemCatalog.FrontMatterUnclosed, new(line, 1), "}");
        return null;
    }

    private static FrontMatterBlock? Block(
        string text,
        FrontMatterFormat format,
        int start,
        int end,
        int body,
        int line,
        ProblemLog problems
    )
    {
        if (end - start > MaxLength)
        {
            var (length, most) = (
                (end - start).ToString(CultureInfo.InvariantCulture),
                MaxLength.ToString(CultureInfo.InvariantCulture)
            );
            problems.Add(ProblemCatalog.FrontMatterTooLarge, new(line, 1), length, most);
            return null;
        }
        var bodyLine = line + text.AsSpan(start, body - start).Count('\n');
        return new(format, text[start..end], line, text[body..], bodyLine);
    }

    /// <summary>A text may begin with a rule of its own: only keys behind it make it front matter.</summary>
    private static bool LooksLikeKeys(string text, int start, FrontMatterFormat format)
    {
        var rest = text.AsSpan(start).TrimStart('\n');
        return format == FrontMatterFormat.Yaml
            ? YamlKey().IsMatch(rest)
            : format != FrontMatterFormat.None && TomlKey().IsMatch(rest);
    }

    private static int EndOfLine(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end;
    }

    [GeneratedRegex(@"^\{\s*(""|\})", RegexOptions.CultureInvariant)]
    private static partial Regex JsonStart();

    [GeneratedRegex(@"^--- ?[A-Za-z]{2,12}$", RegexOptions.CultureInvariant)]
    private static partial Regex Language();

    [GeneratedRegex(@"^[A-Za-z_][\w -]{0,60}:(\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex YamlKey();

    [GeneratedRegex(@"^(\[|[A-Za-z_][\w.-]{0,60}\s*=)", RegexOptions.CultureInvariant)]
    private static partial Regex TomlKey();
}
