using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using KapFunctions.Content.Posts;
using KapFunctions.Importing.Html;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Ghost;

/// <summary>The export holds no pictures: they come from a copy of Ghost's <c>content/</c> folder.</summary>
internal sealed partial class GhostImport(ImportTarget target, MediaImport media, ImportReport report)
{
    private string permalinks = "/:slug/";

    public void Run(Stream export)
    {
        using var read = GhostExport.Read(export);
        permalinks = read.Setting("permalinks") ?? permalinks;
        target.Write(GhostSite.Of(read, Media));

        var relations = new GhostRelations(read);
        foreach (var row in read.Rows("posts"))
        {
            Import(row, relations);
        }
        TellOfTheRest(read);
    }

    private void Import(JsonElement row, GhostRelations relations)
    {
        var slug = row.Text("slug") ?? row.Text("title") ?? "untitled";
        var subject = $"post {slug}";
        var meta = relations.MetaOf(row.Text("id"));
        var post = new ImportedPost
        {
            Kind = row.Text("type") == "page" || row.Flag("page") ? PostKind.Page : PostKind.Post,
            Title = row.Text("title") is { Length: > 0 } title ? title : slug,
            Slug = slug,
            Id = row.Text("id") is { } id && ObjectId().IsMatch(id) ? id : null,
            Date = row.Time("published_at") ?? row.Time("created_at"),
            Updated = row.Time("updated_at"),
            Draft = IsKeptBack(row, subject),
            Featured = row.Flag("featured"),
            Tags = relations.TagsOf(row),
            Authors = relations.AuthorsOf(row),
            Excerpt = row.Text("custom_excerpt"),
            Image = Media(row.Text("feature_image") ?? row.Text("image")),
            ImageAlt = meta.Text("feature_image_alt"),
            ImageCaption = PlainText(meta.Text("feature_image_caption")),
            Canonical = row.Text("canonical_url"),
            Share = [.. ShareKeys.Select(key => (key, Media(meta.Text(key) ?? row.Text(key))))],
            Body = BodyOf(row, subject),
        };
        target.Write(post with { Aliases = OldAddresses(post) }, subject);
        if (row.Text("codeinjection_head") is not null || row.Text("codeinjection_foot") is not null)
        {
            report.Add(subject, "its injected code was left out");
        }
    }

    private bool IsKeptBack(JsonElement row, string subject)
    {
        if (row.Text("visibility") is { } visibility and not "public")
        {
            report.Add(subject, $"was for {visibility} only, so it is a draft");
            return true;
        }
        if (row.Text("status") == "sent" || row.Flag("email_only"))
        {
            report.Add(subject, "was sent by e-mail only, so it is a draft");
            return true;
        }
        return row.Text("status") is not ("published" or "scheduled");
    }

    private string BodyOf(JsonElement row, string subject)
    {
        if (row.Text("html") is { Length: > 0 } html)
        {
            return HtmlToMarkdown.Convert(Media(html)!);
        }
        if (row.Text("markdown") is { Length: > 0 } markdown)
        {
            return Media(markdown)!;
        }
        return row.Text("lexical") is { Length: > 0 } lexical ? Written(LexicalText.ToMarkdown, lexical, subject)
            : row.Text("mobiledoc") is { Length: > 0 } mobiledoc ? Written(MobiledocText.ToMarkdown, mobiledoc, subject)
            : "";
    }

    private string Written(
        Func<string, Action<string>, IEnumerable<string>> toMarkdown,
        string document,
        string subject
    )
    {
        try
        {
            var blocks = toMarkdown(
                document,
                card => report.Add(subject, $"its card \"{card}\" has no place here and was left out")
            );
            return Media(string.Join("\n\n", blocks.Where(block => block.Length > 0)))! + "\n";
        }
        catch (JsonException)
        {
            report.Add(subject, "its text cannot be read; open and save it in Ghost, then export again");
            return "";
        }
    }

    /// <summary>Before routes.yaml a setting said what addresses were made of.</summary>
    private string[] OldAddresses(ImportedPost post)
    {
        if (post.Kind == PostKind.Page || permalinks is "/:slug/" or "/:slug" || post.Date is not { } date)
        {
            return [];
        }
        return
        [
            permalinks
                .Replace(":year", date.ToString("yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace(":month", date.ToString("MM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace(":day", date.ToString("dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace(":slug", post.Slug, StringComparison.Ordinal),
        ];
    }

    private string? Media(string? text) =>
        text is null
            ? null
            : OwnFile()
                .Replace(text, match => MediaOf(match.Groups["path"].Value))
                .Replace(GhostExport.OwnAddress, "", StringComparison.Ordinal);

    private string MediaOf(string path)
    {
        var decoded = Uri.UnescapeDataString(path);
        if (media.Take(decoded) is { } address)
        {
            return address;
        }
        report.Add("media", $"copy Ghost's content/{decoded} to media/{decoded}");
        return "/media/" + path;
    }

    private void TellOfTheRest(GhostExport read)
    {
        foreach (var table in (string[])["members", "products", "newsletters", "offers", "snippets"])
        {
            if (read.Rows(table).Count() is > 0 and var count)
            {
                report.Add(table, $"{count} left out");
            }
        }
        foreach (var tag in read.InternalTags)
        {
            report.Add($"tag {tag.Text("name")}", "is an internal one and was left out");
        }
        if (read.Setting("codeinjection_head") is { Length: > 0 })
        {
            report.Add("settings", "injected code was left out");
        }
        report.Add(
            "addresses",
            "where routes.yaml or redirects.yaml changed Ghost's addresses, add the old ones as aliases"
        );
    }

    private static string? PlainText(string? html) =>
        html is null ? null : System.Net.WebUtility.HtmlDecode(Markup().Replace(html, ""));

    private static readonly string[] ShareKeys =
    [
        "meta_title",
        "meta_description",
        "og_title",
        "og_description",
        "og_image",
        "twitter_title",
        "twitter_description",
        "twitter_image",
    ];

    [GeneratedRegex("^[0-9a-f]{24}$", RegexOptions.CultureInvariant)]
    private static partial Regex ObjectId();

    [GeneratedRegex(
        @"(__GHOST_URL__|(?<=[""'(\s]|^))/content/(?<path>(images|media|files)/[^\s""'<>()\[\]?#,]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OwnFile();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
