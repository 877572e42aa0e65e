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
    private readonly List<ImportedTag> tags = [];

    public Attachments Attachments { get; } = new();

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
            case "category" when Decoded(element.Value("cat_name")) is { Length: > 0 } category:
                AddTag(category, Decoded(element.Value("category_description")));
                break;
            case "tag" when Decoded(element.Value("tag_name")) is { Length: > 0 } tag:
                AddTag(tag, Decoded(element.Value("tag_description")));
                break;
        }
    }

    public void AddAttachment(XElement item)
    {
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

    public IEnumerable<string> AuthorOf(string? login) =>
        login is not null && authors.TryGetValue(login, out var author) ? [author.Slug] : [];

    public static string Media(string text, MediaImport media, ImportReport report) =>
        Upload()
            .Replace(
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
            Tags = tags,
        };

    /// <summary>Titles and names are HTML.</summary>
    public static string? Decoded(string? text) => text is null ? null : WebUtility.HtmlDecode(text).Trim();

    private void AddTag(string name, string? description)
    {
        if (name != "Uncategorized" && !tags.Exists(tag => tag.Slug == Slug.From(name)))
        {
            tags.Add(new(name, Slug.From(name), description));
        }
    }

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
