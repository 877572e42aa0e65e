using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.WordPress;

/// <summary>What stands in square brackets: WordPress's own shortcodes become the HTML that it would make of them; of plug-ins' the text
/// stays, and each is told. https://codex.wordpress.org/Shortcode</summary>
internal sealed partial class Shortcodes
{
    private const int MaxNested = 8;

    private static readonly HashSet<string> Players =
    [
        "embed",
        "youtube",
        "vimeo",
        "soundcloud",
        "spotify",
        "dailymotion",
        "ted",
        "twitter",
        "tweet",
        "instagram",
        "facebook",
        "gist",
        "flickr",
    ];

    private static readonly HashSet<string> Notes =
    [
        "footnote",
        "footnotes",
        "ref",
        "efn_note",
        "mfn",
        "fn",
        "note_ref",
    ];

    private readonly WordPressPost post;
    private readonly List<string> notes = [];
    private readonly HashSet<string> closed;

    private Shortcodes(string text, WordPressPost post)
    {
        this.post = post;
        closed = [.. Closing().Matches(text).Select(match => match.Groups["name"].Value.ToLowerInvariant())];
    }

    public static string Replace(string text, WordPressPost post)
    {
        if (!text.Contains('[', StringComparison.Ordinal))
        {
            return text;
        }
        var codes = new Shortcodes(text, post);
        // Code first: nothing in it is a shortcode, or HTML.
        var apart = CodeWhole()
            .Replace(
                text,
                code =>
                    Code(
                        code.Groups["name"].Value.ToLowerInvariant(),
                        Attributes(code.Groups["attributes"].Value),
                        code.Groups["content"].Value
                    )
            );
        return codes.Replace(apart, 0) + codes.ListOfNotes();
    }

    private string Replace(string text, int nested)
    {
        var html = new StringBuilder(text.Length);
        var at = 0;
        foreach (var code in Verbatim().Matches(text).Cast<Match>())
        {
            html.Append(ReplaceIn(text[at..code.Index], nested)).Append(code.Value);
            at = code.Index + code.Length;
        }
        return html.Append(ReplaceIn(text[at..], nested)).ToString();
    }

    private string ReplaceIn(string text, int nested)
    {
        var html = new StringBuilder(text.Length);
        var at = 0;
        while (Opening().Match(text, at) is { Success: true } opening)
        {
            html.Append(text, at, opening.Index - at);
            at = opening.Index + opening.Length;
            var name = opening.Groups["name"].Value.ToLowerInvariant();
            if (opening.Value.StartsWith("[[", StringComparison.Ordinal))
            {
                html.Append(
                    opening.Value.AsSpan(
                        1,
                        opening.Length - (opening.Value.EndsWith("]]", StringComparison.Ordinal) ? 2 : 1)
                    )
                );
                continue;
            }
            string? content = null;
            if (closed.Contains(name) && !opening.Groups["self"].Success)
            {
                var end = text.IndexOf($"[/{name}]", at, StringComparison.OrdinalIgnoreCase);
                if (end >= 0)
                {
                    content = text[at..end];
                    at = end + name.Length + 3;
                }
            }
            html.Append(Html(name, Attributes(opening.Groups["attributes"].Value), content, opening.Value, nested));
        }
        return html.Append(text, at, text.Length - at).ToString();
    }

    private string Html(string name, Dictionary<string, string> attributes, string? content, string written, int nested)
    {
        switch (name)
        {
            case "caption" or "wp_caption" when content is not null:
                return Caption(attributes, content);
            case "gallery":
                return Gallery(attributes, "image/", written);
            case "playlist":
                return Gallery(
                    attributes,
                    attributes.GetValueOrDefault("type") == "video" ? "video/" : "audio/",
                    written
                );
            case "audio" or "video":
                return Player(name, attributes, content, written);
            case var _ when Players.Contains(name) && AddressOf(name, attributes, content) is { } address:
                return $"\n\n<p>{address}</p>\n\n";
            case var _ when Notes.Contains(name) && content is not null:
                return Note(content);
            case var _ when FormName().IsMatch(name):
                return "\n\n" + post.Losses.Mark($"the shortcode [{name}]", "is a form and was left out") + "\n\n";
            case var _ when content is not null:
                return post.Losses.Mark($"the shortcode [{name}]", "was left out, the text in it stays")
                    + (nested < MaxNested ? ReplaceIn(content, nested + 1) : content);
            default:
                return IsShortcode(name, attributes)
                    ? post.Losses.Mark($"the shortcode [{name}]", "is shown as text") + written
                    : written;
        }
    }

    /// <summary>Whoever writes <c>[sic]</c> means no shortcode.</summary>
    private static bool IsShortcode(string name, Dictionary<string, string> attributes) =>
        attributes.Keys.Any(key => !char.IsAsciiDigit(key[0]))
        || name is "toc" or "more" or "sitemap" or "archives"
        || name.Contains('_', StringComparison.Ordinal);

    /// <summary>The picture, with its link, is first; all behind it is the caption, which older exports have as an attribute.</summary>
    private static string Caption(Dictionary<string, string> attributes, string content)
    {
        var picture = Picture().Match(content);
        var caption = attributes.GetValueOrDefault("caption") is { Length: > 0 } old
            ? old
            : content[(picture.Index + picture.Length)..].Trim();
        return $"\n\n<figure>{picture.Value}<figcaption>{caption.Replace("\n", "<br>", StringComparison.Ordinal)}</figcaption></figure>\n\n";
    }

    private string Gallery(Dictionary<string, string> attributes, string kind, string written)
    {
        var ids = (attributes.GetValueOrDefault("ids") ?? attributes.GetValueOrDefault("include") ?? "").Split(
            [',', ' '],
            StringSplitOptions.RemoveEmptyEntries
        );
        var excluded = (attributes.GetValueOrDefault("exclude") ?? "").Split(
            [',', ' '],
            StringSplitOptions.RemoveEmptyEntries
        );
        var all = post.Site.Attachments;
        var found =
            ids.Length > 0
                ? ids.Select(all.Find).OfType<Attachment>().ToArray()
                : all.Of(attributes.GetValueOrDefault("id") ?? post.Id)
                    .Where(file => file.IsOf(kind) && !excluded.Contains(file.Id))
                    .ToArray();
        var missing = ids.Length - found.Length;
        if (found.Length == 0 || (ids.Length > 0 && missing > 0))
        {
            var what = found.Length == 0 ? $"the shortcode {written}" : $"{missing} of the files of {written}";
            return string.Concat(found.Select(file => file.ToHtml()))
                + "\n\n"
                + post.Losses.Mark(what, "names files that are not in the export, and was left out: export all content")
                + "\n\n";
        }
        return string.Concat(found.Select(file => file.ToHtml()));
    }

    private string Player(string name, Dictionary<string, string> attributes, string? content, string written)
    {
        var address =
            attributes.Values.FirstOrDefault(value =>
                Content.Links.MediaTypes.Of(value.Split('?')[0]) is { } type
                && type.StartsWith(name, StringComparison.Ordinal)
            )
            ?? attributes.GetValueOrDefault("src")
            ?? (Address().Match(content ?? "") is { Success: true } inside ? inside.Value : null)
            ?? post.Site.Attachments.Of(post.Id).FirstOrDefault(file => file.IsOf(name + "/"))?.Address;
        if (address is null)
        {
            return "\n\n" + post.Losses.Mark($"the shortcode {written}", "names no file, and was left out") + "\n\n";
        }
        return $"\n\n<figure><{name} controls src=\"{Encoded(address)}\"></{name}></figure>\n\n";
    }

    private static string Code(string name, Dictionary<string, string> attributes, string content)
    {
        var language =
            attributes.GetValueOrDefault("language")
            ?? attributes.GetValueOrDefault("lang")
            ?? (name is "code" or "source" or "sourcecode" or "language" ? "" : name);
        var text = Losses.Without(content).Trim('\n').Replace("<", "&lt;", StringComparison.Ordinal);
        return $"\n\n<pre data-language=\"{Encoded(language)}\"><code>{text}</code></pre>\n\n";
    }

    private static string? AddressOf(string name, Dictionary<string, string> attributes, string? content)
    {
        var written = string.Join(' ', attributes.Values.Append(content ?? ""));
        if (Address().Match(WebUtility.HtmlDecode(written)) is { Success: true } address)
        {
            return Encoded(address.Value);
        }
        var id = (attributes.GetValueOrDefault("id") ?? attributes.GetValueOrDefault("0") ?? content ?? "").Trim();
        return Id().IsMatch(id)
            ? name switch
            {
                "youtube" => "https://www.youtube.com/watch?v=" + id,
                "vimeo" => "https://vimeo.com/" + id,
                "dailymotion" => "https://www.dailymotion.com/video/" + id,
                _ => null,
            }
            : null;
    }

    private string Note(string content)
    {
        notes.Add(content);
        return $"<sup><a href=\"#kap-note-{notes.Count}\" id=\"kap-mark-{notes.Count}\">{notes.Count}</a></sup>";
    }

    private string ListOfNotes() =>
        notes.Count == 0
            ? ""
            : "\n\n<ol>"
                + string.Concat(
                    notes.Select(
                        (note, at) => $"<li id=\"kap-note-{at + 1}\">{note} <a href=\"#kap-mark-{at + 1}\">↩</a></li>"
                    )
                )
                + "</ol>";

    /// <summary>Those without a name have their place as one.</summary>
    private static Dictionary<string, string> Attributes(string written)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Attribute().Matches(written))
        {
            var name = match.Groups["name"].Success
                ? match.Groups["name"].Value
                : attributes.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            attributes.TryAdd(name, match.Groups["value"].Value);
        }
        return attributes;
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
