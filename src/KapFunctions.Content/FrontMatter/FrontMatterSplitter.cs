using System.Globalization;
using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.FrontMatter;

/// <summary>Tells the front matter from the body: <c>---</c> YAML, <c>+++</c> TOML, <c>{</c> JSON, or <c>---toml</c> and the like.</summary>
internal static partial class FrontMatterSplitter
{
    /// <summary>Largest front matter, in UTF-16 units.</summary>
    public const int MaxLength = 16 * 1024;

    /// <summary>Null with a problem where the front matter cannot be told from the body.</summary>
    public static FrontMatterBlock? Split(string text, ProblemLog problems)
    {
        var start = text.AsSpan().IndexOfAnyExcept('\n', ' ', '\t');
        start = text.LastIndexOf('\n', start) + 1;
        var line = text.AsSpan(0, start).Count('\n') + 1;
        var first = text.AsSpan(start, EndOfLine(text, start) - start).TrimEnd();
        return first switch
        {
            "---" => Fenced(text, start, line, "---", FrontMatterFormat.Yaml, problems),
            "+++" => Fenced(text, start, line, "+++", FrontMatterFormat.Toml, problems),
            _ when first is ['{', ..] && JsonStart().IsMatch(text.AsSpan(start)) => Json(text, start, line, problems),
            _ when first.StartsWith("---") && Language().IsMatch(first) => Named(
                text,
                start,
                line,
                first[3..].Trim().ToString(),
                problems
            ),
            _ => FrontMatterBlock.None(text),
        };
    }

    private static FrontMatterBlock? Named(string text, int start, int line, string language, ProblemLog problems)
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
            return Fenced(text, start, line, "---", known, problems);
        }
        problems.Add(ProblemCatalog.FrontMatterScript, new(line, 1), language);
        return null;
    }

    private static FrontMatterBlock? Fenced(
        string text,
        int start,
        int line,
        string fence,
        FrontMatterFormat format,
        ProblemLog problems
    )
    {
        var contentStart = Math.Min(EndOfLine(text, start) + 1, text.Length);
        for (var at = contentStart; at < text.Length; at = EndOfLine(text, at) + 1)
        {
            var end = EndOfLine(text, at);
            if (Closes(text.AsSpan(at, end - at).TrimEnd(), fence))
            {
                var body = Math.Min(end + 1, text.Length);
                return Block(text, format, contentStart, at, body, line + 1, problems);
            }
        }
        if (!LooksLikeKeys(text, contentStart, format))
        {
            return FrontMatterBlock.None(text);
        }
        problems.Add(ProblemCatalog.FrontMatterUnclosed, new(line, 1), fence);
        return null;
    }

    private static bool Closes(ReadOnlySpan<char> line, string fence) =>
        line.SequenceEqual(fence) || (fence == "---" && line is "...");

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

    /// <summary>
    /// A text may begin with a line of its own, which is no front matter: only keys behind it make it one.
    /// </summary>
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
