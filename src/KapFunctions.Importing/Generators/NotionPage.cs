using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Generators;

/// <summary>Notion adds 32 digits to the name of every file and folder: https://www.notion.com/help/export-your-content.</summary>
internal static partial class NotionNames
{
    public static bool AreIn(string path) => Number().IsMatch(path);

    public static string Without(string name) => Number().Replace(name, "");

    [GeneratedRegex(@"\s+[0-9a-f]{32}(?=\.|/|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

/// <summary>A page as Notion exports it: its title, then its properties, one a line.</summary>
internal static class NotionPage
{
    public static bool IsOne(string path, string text) =>
        NotionNames.AreIn(path) && text.TrimStart().StartsWith("# ", StringComparison.Ordinal);

    /// <summary>Properties that we know by another name become the head; the others stay where readers see them, which is told.</summary>
    public static string WithHead(string text, string path, ImportReport report)
    {
        var lines = text.TrimStart('\n').Split('\n');
        var head = new StringBuilder("---\n").Append("title: ").Append(YamlText.Of(lines[0][2..].Trim())).Append('\n');
        var body = new StringBuilder();
        var at = 1;
        var isDraft = false;
        for (; at < lines.Length; at++)
        {
            if (string.IsNullOrWhiteSpace(lines[at]))
            {
                continue;
            }
            var colon = lines[at].IndexOf(": ", StringComparison.Ordinal);
            if (
                colon is <= 0 or > 60
                || lines[at].Length > 500
                || "<>[]#*`|!".Contains(lines[at][0], StringComparison.Ordinal)
            )
            {
                break;
            }
            var (key, value) = (lines[at][..colon].Trim(), lines[at][(colon + 2)..].Trim());
            isDraft |= Hides(key, value);
            if (Line(key, value) is { } line)
            {
                head.Append(line).Append('\n');
            }
            else if (!IsSwitch(key))
            {
                report.AddLost($"the property \"{key}\"", NotionNames.Without(path), at + 1, $"was left out: {value}");
            }
        }
        head.Append(isDraft ? "draft: true\n" : "");
        return head.Append("---\n\n")
            .AppendJoin('\n', lines[Math.Min(at, lines.Length)..].Select(Opened))
            .Append(body)
            .ToString();
    }

    /// <summary>Notion's boxes are HTML with Markdown right below, which is none there without an empty line.</summary>
    private static string Opened(string line) => line.Trim() is "<aside>" ? line + "\n" : line;

    private static bool IsSwitch(string key) =>
        key.ToLowerInvariant() is "status" or "published" or "public" or "draft";

    private static bool Hides(string key, string value) =>
        (key.ToLowerInvariant(), value.ToLowerInvariant()) switch
        {
            ("status", "published" or "done" or "live" or "public" or "veröffentlicht") => false,
            ("status", _) => true,
            ("published" or "public", "no" or "false" or "nein") => true,
            ("draft", "yes" or "true" or "ja") => true,
            _ => false,
        };

    private static string? Line(string key, string value)
    {
        switch (key.ToLowerInvariant())
        {
            case "created" or "date" or "publish date" or "published at" or "published on":
                return Date(value) is { } date ? "date: " + date : null;
            case "updated" or "last edited time" or "edited" or "last edited":
                return Date(value) is { } updated ? "updated: " + updated : null;
            case "tags" or "categories" or "category" or "tag":
                return "tags: "
                    + YamlText.List(
                        value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    );
            case "author" or "authors":
                return "authors: "
                    + YamlText.List(
                        value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    );
            case "slug":
                return "slug: " + YamlText.Of(value);
            case "description" or "summary" or "excerpt":
                return "excerpt: " + YamlText.Of(value);
            default:
                return null;
        }
    }

    private static string? Date(string value) =>
        DateTime.TryParse(value, CultureInfo.GetCultureInfo("en-US"), DateTimeStyles.None, out var date)
            ? date.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : null;
}

/// <summary>A text whose only title is its first heading, as Google Docs writes it: bold, with a place to link to.</summary>
internal static partial class OneTitle
{
    public static bool IsMissing(string text) => Heading().IsMatch(text);

    public static string WithHead(string text)
    {
        var heading = Heading().Match(text);
        return $"---\ntitle: {YamlText.Of(heading.Groups["title"].Value.Trim())}\n---\n\n{text[(heading.Index + heading.Length)..].TrimStart('\n')}";
    }

    [GeneratedRegex(
        @"\A\s*#[ ]+(\*\*(?<title>[^*\n]+)\*\*|__(?<title>[^_\n]+)__)[ ]*(\{\#[\w-]+\})?[ ]*(\n|\z)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Heading();
}
