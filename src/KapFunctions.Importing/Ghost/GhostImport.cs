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
        using var read = GhostExport.Read(export, report);
        permalinks = read.Setting("permalinks") ?? permalinks;
        target.Write(GhostSite.Of(read, Media, report));

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
        var losses = new Losses();
        var post = new ImportedPost
        {
            Kind = row.Text("type") == "page" || row.Flag("page") ? PostKind.Page : PostKind.Post,
            Title = row.Text("title") is { Length: > 0 } title ? title : slug,
            Slug = slug,
            Id = row.Text("id") is { } id && ObjectId().IsMatch(id) ? id : null,
            // Ghost's feed calls a post by its id.
            Guid = row.Text("id"),
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
            Body = BodyOf(row, subject, losses),
            Losses = losses,
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

    /// <summary>What the editor keeps says more than the page that was made of it.</summary>
    private string BodyOf(JsonElement row, string subject, Losses losses) =>
        Written(LexicalText.AddTo, row.Text("lexical"), subject, losses)
        ?? Written(MobiledocText.AddTo, row.Text("mobiledoc"), subject, losses)
        ?? (
            row.Text("html") is { Length: > 0 } html
                ? HtmlToMarkdown.Convert(GhostHtml.Plain(Media(Losses.Without(html))!), what => losses.Mark(what))
                : Media(row.Text("markdown")) ?? ""
        );

    /// <summary>Null where there is none, or none that can be read.</summary>
    private string? Written(Action<GhostText, string> add, string? document, string subject, Losses losses)
    {
        if (string.IsNullOrEmpty(document))
        {
            return null;
        }
        try
        {
            var text = new GhostText(losses);
            add(text, Media(Losses.Without(document))!);
            return text.ToString();
        }
        catch (JsonException)
        {
            report.Add(subject, "what its editor kept cannot be read; open and save it in Ghost, then export again");
            return null;
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
                .ReplaceSlowly(text, match => MediaOf(match.Groups["path"].Value))
                .Replace(GhostExport.OwnAddress, "", StringComparison.Ordinal);

    private string MediaOf(string path)
    {
        // Smaller copies are made of the one that was uploaded.
        path = Smaller().Replace(path, "/");
        var decoded = Uri.UnescapeDataString(path);
        if ((media.Take(decoded) ?? media.Fetch(decoded, "/content/" + path)) is { } address)
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
        foreach (var tag in read.Tags)
        {
            foreach (var key in ShareKeys.Append("canonical_url").Where(key => tag.Text(key) is { Length: > 0 }))
            {
                report.AddLost($"the {key} of a tag", $"tag {tag.Text("name")}", $"was \"{tag.Text(key)}\"");
            }
        }
        if (read.Setting("codeinjection_head") is { Length: > 0 })
        {
            report.Add("settings", "injected code was left out");
        }
        report.Add(
            "addresses",
            "Ghost's redirects.yaml is read as it is: put it beside site.yaml. Where routes.yaml changed addresses, add the old ones as aliases"
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
        @"(__GHOST_URL__|(?<=[""'(\s]|^))/content/(?<path>(images|media|files)/[^\s""'<>()\[\]?#,\\]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OwnFile();

    [GeneratedRegex("/size/w[0-9]+(h[0-9]+)?(/format/[a-z]+)?/", RegexOptions.CultureInvariant)]
    private static partial Regex Smaller();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
