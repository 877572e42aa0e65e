using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using KapFunctions.Content.Text;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.WordPress;

internal sealed partial class WordPressSite
{
    private readonly Dictionary<string, string?> head = [];
    private readonly Dictionary<string, ImportedAuthor> authors = [];
    public Attachments Attachments { get; } = new();

    public WordPressTerms Terms { get; } = new();

    /// <summary>Where the blog was on its host: empty, or a path without a slash at its end.</summary>
    public string Blog =>
        Uri.TryCreate(head.GetValueOrDefault("link"), UriKind.Absolute, out var link)
            ? Uri.UnescapeDataString(link.AbsolutePath.TrimEnd('/'))
            : "";

    /// <summary>Blocks that several posts show, by their number.</summary>
    public Dictionary<string, string> Reusable { get; } = [];

    public void Add(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "title" or "link" or "description" or "language":
                head.TryAdd(element.Name.LocalName, Decoded(element.Value));
                break;
            case "author" when element.Value("author_login") is { Length: > 0 } login:
                var name = Decoded(element.Value("author_display_name"));
                authors[login] = new(name is { Length: > 0 } ? name : login, Slug.From(login));
                break;
            case "category" or "tag":
                Terms.Add(element);
                break;
        }
    }

    public void AddItem(XElement item)
    {
        AddAuthors(item);
        if (item.Value("post_id") is not { } id)
        {
            return;
        }
        if (item.Value("attachment_url") is { Length: > 0 } address)
        {
            Attachments.Add(
                new(
                    id,
                    address,
                    item.Value("post_parent") ?? "",
                    int.TryParse(item.Value("menu_order"), CultureInfo.InvariantCulture, out var order) ? order : 0,
                    Decoded(item.Value("title")) ?? "",
                    item.Elements()
                        .FirstOrDefault(part => part.Name.NamespaceName.Contains("excerpt", StringComparison.Ordinal))
                        ?.Value.Trim()
                        ?? "",
                    MetaOf(item, "_wp_attachment_image_alt") ?? ""
                )
            );
        }
        else if (item.Value("post_type") == "wp_block")
        {
            Reusable[id] =
                item.Elements()
                    .FirstOrDefault(part => part.Name.NamespaceName.Contains("content", StringComparison.Ordinal))
                    ?.Value
                ?? "";
        }
    }

    public static string? MetaOf(XElement item, string key) =>
        item.Elements()
            .FirstOrDefault(element => element.Name.LocalName == "postmeta" && element.Value("meta_key") == key)
            ?.Value("meta_value");

    /// <summary>A plug-in names several in categories of their own: https://wordpress.org/plugins/co-authors-plus/.</summary>
    public IReadOnlyList<string> AuthorsOf(XElement item, string? login) =>
        Several(item).Select(author => author.Slug).ToArray() is { Length: > 0 } several ? several
        : login is not null && authors.TryGetValue(login, out var only) ? [only.Slug]
        : [];

    private void AddAuthors(XElement item)
    {
        foreach (var author in Several(item).Where(one => authors.Values.All(known => known.Slug != one.Slug)))
        {
            authors[author.Slug] = author;
        }
    }

    private static IEnumerable<ImportedAuthor> Several(XElement item) =>
        item.Elements("category")
            .Where(term => (string?)term.Attribute("domain") == "author")
            .Select(term => new ImportedAuthor(
                Decoded(term.Value)!,
                Slug.From(NameOf((string?)term.Attribute("nicename")))
            ))
            .Where(author => author.Name.Length > 0)
            .DistinctBy(author => author.Slug);

    private static string NameOf(string? nicename) =>
        nicename?.StartsWith("cap-", StringComparison.Ordinal) == true ? nicename[4..] : nicename ?? "";

    public static string Media(string text, MediaImport media, ImportReport report) =>
        Upload()
            .ReplaceSlowly(
                text,
                match =>
                {
                    var path = Uri.UnescapeDataString(match.Groups["path"].Value);
                    // Scaled copies are made for a theme; the original serves as well.
                    var address =
                        media.Take(path)
                        ?? media.Take(Scaled().Replace(path, "${ending}"))
                        ?? media.Fetch(
                            Scaled().Replace(path, "${ending}"),
                            Absolute(Scaled().Replace(match.Value, "${ending}"))
                        )
                        ?? media.Fetch(path, Absolute(match.Value));
                    if (address is null)
                    {
                        report.Add("media", $"only on the old site, and gone with it: {match.Value}");
                    }
                    return address ?? match.Value;
                }
            );

    private static string Absolute(string address) =>
        address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address;

    public ImportedSite ToSite() =>
        new()
        {
            Title = head.GetValueOrDefault("title"),
            Description = head.GetValueOrDefault("description"),
            Language = head.GetValueOrDefault("language"),
            Authors = [.. authors.Values],
            Tags = Terms.Tags,
        };

    /// <summary>Titles and names are HTML.</summary>
    public static string? Decoded(string? text) =>
        text is null ? null : WebUtility.HtmlDecode(Tag().Replace(text, "")).Trim();

    [GeneratedRegex("</?[A-Za-z][^<>]*>", RegexOptions.CultureInvariant, Patience.Milliseconds)]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"(https?:)?//[^\s""'<>/]+(/[^\s""'<>/]+)*?/(wp-content/uploads|files)/(?<path>[^\s""'<>()\[\]?#,]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience.Milliseconds
    )]
    private static partial Regex Upload();

    [GeneratedRegex(
        @"-\d{2,4}x\d{2,4}(?<ending>\.[A-Za-z]{3,4})$",
        RegexOptions.CultureInvariant,
        Patience.Milliseconds
    )]
    private static partial Regex Scaled();
}

/// <summary>The namespace changes with each version of the format.</summary>
internal static class WordPressElement
{
    public static string? Value(this XElement parent, string name) =>
        parent.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
}
