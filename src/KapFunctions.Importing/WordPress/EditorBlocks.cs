using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.WordPress;

/// <summary>The comments between which the block editor writes its HTML. Blocks that a server fills in have nothing between them.
/// https://developer.wordpress.org/block-editor/explanations/architecture/key-concepts/</summary>
internal static partial class EditorBlocks
{
    /// <summary>Blocks that are used in many posts may hold each other.</summary>
    private const int MaxNested = 5;

    private static readonly HashSet<string> Empty =
    [
        "separator",
        "spacer",
        "nextpage",
        "more",
        "post-content",
        "columns",
        "column",
        "group",
    ];

    public static bool AreIn(string text) => text.Contains("<!-- wp:", StringComparison.Ordinal);

    public static string ToHtml(string text, WordPressPost post, int nested = 0)
    {
        var withoutForms = Form()
            .Replace(
                text,
                match =>
                    "\n\n"
                    + post.Losses.Mark($"the block {match.Groups["name"].Value}", "is a form and was left out")
                    + "\n\n"
            );
        var html = new StringBuilder(withoutForms.Length);
        var end = 0;
        foreach (Match comment in Comment().Matches(withoutForms))
        {
            html.Append(withoutForms, end, comment.Index - end);
            end = comment.Index + comment.Length;
            var name = comment.Groups["name"].Value;
            if (comment.Groups["empty"].Success)
            {
                html.Append(Filled(name, comment.Groups["json"].Value, post, nested));
            }
            else if (
                Language().Match(comment.Groups["json"].Value) is { Success: true } language
                && name.Contains("code", StringComparison.Ordinal)
            )
            {
                end = SkipTo(withoutForms, end, "<pre");
                html.Append(CultureInfo.InvariantCulture, $"<pre data-language=\"{language.Groups["name"].Value}\"");
            }
        }
        return html.Append(withoutForms, end, withoutForms.Length - end).ToString();
    }

    private static int SkipTo(string text, int from, string sign)
    {
        var at = text.IndexOf(sign, from, StringComparison.Ordinal);
        return at >= 0 && string.IsNullOrWhiteSpace(text[from..at]) ? at + sign.Length : from;
    }

    private static string Filled(string name, string json, WordPressPost post, int nested)
    {
        switch (name)
        {
            case "footnotes" when post.Footnotes is { Length: > 0 } notes:
                return Footnotes(notes, post);
            case "block"
                when nested < MaxNested
                    && post.Site.Reusable.TryGetValue(Reference().Match(json).Groups["id"].Value, out var reused):
                return ToHtml(reused, post, nested + 1);
            case var _ when Empty.Contains(name):
                return "";
            case "embed" or "core-embed" when Url().Match(json) is { Success: true } url:
                return $"\n\n<p>{url.Groups["url"].Value}</p>\n\n";
            default:
                return "\n\n"
                    + post.Losses.Mark(
                        $"the block {(name.Contains('/', StringComparison.Ordinal) ? name : "core/" + name)}",
                        "is filled in by WordPress itself and was left out"
                    )
                    + "\n\n";
        }
    }

    private static string Footnotes(string json, WordPressPost post)
    {
        try
        {
            using var notes = JsonDocument.Parse(json);
            var list = new StringBuilder("<ol>");
            foreach (var note in notes.RootElement.EnumerateArray())
            {
                var id = JsonText.Of(note.GetProperty("id"));
                list.Append(
                    CultureInfo.InvariantCulture,
                    $"<li id=\"{id}\">{JsonText.Of(note.GetProperty("content"))} <a href=\"#{id}-link\">↩︎</a></li>"
                );
            }
            return list.Append("</ol>").ToString();
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return post.Losses.Mark("the footnotes", "cannot be read and were left out");
        }
    }

    [GeneratedRegex(
        @"<!--\s*/?wp:(?<name>[a-z0-9_/-]+)(\s+(?<json>\{.*?\}))?\s*(?<empty>/)?-->",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"<!--\s*wp:(?<name>[a-z0-9_/-]*((?<![a-z])(wp)?forms?(?![a-z])|newsletter|subscri|(?<![a-z])(loginout|search)(?![a-z]))[a-z0-9_-]*)(\s+\{.*?\})?\s*(/-->|-->.*?<!--\s*/wp:\k<name>\s*-->)",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Form();

    [GeneratedRegex(
        @"""(language|lang)"":""(?<name>[A-Za-z0-9#+-]{1,20})""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Language();

    [GeneratedRegex(@"""ref"":(?<id>[0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"""url"":""(?<url>https?://[^""\\<>]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Url();
}
