using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using KapFunctions.Content.Comments;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Text;
using KapFunctions.Importing.Html;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.WordPress;

/// <summary>https://wordpress.org/documentation/article/tools-export-screen/. Read item by item, without DTD or external
/// entities.</summary>
internal sealed partial class WordPressImport(ImportTarget target, MediaImport media, ImportReport report)
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };

    private static readonly string[] Hidden =
    [
        "attachment",
        "wp_block",
        "revision",
        "wp_global_styles",
        "wp_navigation",
        "wp_template",
        "wp_template_part",
        "custom_css",
        "customize_changeset",
    ];

    private readonly Dictionary<string, int> left = [];
    private readonly Dictionary<string, int> become = [];
    private int items;

    /// <param name="open">Opens the export; it is read twice, since pictures may stand after the posts that show them.</param>
    public void Run(Func<Stream> open)
    {
        var site = new WordPressSite();
        ReadItems(open, site.Add, site.AddItem);
        target.Write(site.ToSite());
        target.WriteRedirects(site.Terms.Redirects(site.Blog));
        ReadItems(open, _ => { }, item => Import(item, site));
        foreach (var (kind, count) in left.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            report.Add(kind, $"{count} left out");
        }
        foreach (var (kind, count) in become.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            report.Add(kind, $"{count} of this kind became pages");
        }
    }

    /// <summary>The texts of an export as the old site showed them.</summary>
    public static IReadOnlyList<string> HtmlOf(Func<Stream> open)
    {
        var site = new WordPressSite();
        ReadAll(open, site.Add, site.AddItem);
        var texts = new List<string>();
        ReadAll(
            open,
            _ => { },
            item =>
                texts.Add(
                    WordPressText.ToHtml(
                        item.Element(Content + "encoded")?.Value ?? "",
                        new(item.Value("post_id") ?? "", WordPressSite.MetaOf(item, "footnotes"), site, new())
                    )
                )
        );
        return texts;
    }

    private void ReadItems(Func<Stream> open, Action<XElement> onHead, Action<XElement> onItem)
    {
        items = 0;
        try
        {
            ReadAll(
                open,
                onHead,
                item =>
                {
                    onItem(item);
                    items++;
                }
            );
        }
        catch (XmlException wrong) when (items > 0)
        {
            report.Add(
                "export",
                $"line {wrong.LineNumber}: it breaks off or is damaged here; the {items} items before that line were read, all behind it is missing. Export it again, under Tools, Export"
            );
        }
        catch (XmlException wrong)
        {
            throw new ImportException(
                $"The export cannot be read: line {wrong.LineNumber} is not what WordPress writes. Export it again, under Tools, Export."
            );
        }
    }

    private static void ReadAll(Func<Stream> open, Action<XElement> onHead, Action<XElement> onItem)
    {
        using var text = LenientXml.Open(open());
        using var xml = XmlReader.Create(text, Safe);
        if (!xml.ReadToFollowing("channel"))
        {
            throw new ImportException("The file is XML, but no export of WordPress's: it has no channel.");
        }
        xml.Read();
        while (!xml.EOF && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
                continue;
            }
            var element = (XElement)XNode.ReadFrom(xml);
            (element.Name.LocalName == "item" ? onItem : onHead)(element);
        }
    }

    private void Import(XElement item, WordPressSite site)
    {
        var kind = item.Value("post_type");
        var status = item.Value("status");
        if (status is "trash" or "auto-draft" || kind is not ("post" or "page") && !IsTextOfPlugIn(item, kind, status))
        {
            CountLeft(kind, status);
            return;
        }
        var title = WordPressSite.Decoded(item.Element("title")?.Value);
        title = title is { Length: > 0 } ? title : BeginningOf(item);
        var slug = HtmlEnding().Replace(Uri.UnescapeDataString(item.Value("post_name") ?? ""), "");
        slug = slug.Length > 0 ? slug : Slug.From(title);
        var subject = $"{kind} {slug}";
        var losses = new Losses();
        var meta = item.Elements()
            .Where(element => element.Name.LocalName == "postmeta")
            .ToLookup(element => element.Value("meta_key") ?? "", element => element.Value("meta_value") ?? "");
        var isKeptBack = IsKeptBack(item, status, subject);
        var image = site.Attachments.Find(meta["_thumbnail_id"].FirstOrDefault());
        target.Write(
            new()
            {
                Kind = kind == "post" ? PostKind.Post : PostKind.Page,
                Title = title,
                Slug = slug,
                Guid = item.Element("guid")?.Value.Trim(),
                Losses = losses,
                Date = Date(item, "post_date_gmt") ?? Date(item, "post_date") ?? Published(item),
                Updated = Date(item, "post_modified_gmt"),
                Draft = isKeptBack,
                Featured = item.Value("is_sticky") == "1",
                Tags = NamesOf(Terms(item)),
                Authors = site.AuthorsOf(item, item.Element(Dublin + "creator")?.Value),
                Excerpt = PlainText(item.Elements().FirstOrDefault(IsExcerpt)?.Value),
                ImageCaption = image is { Caption.Length: > 0 } ? PlainText(image.Caption) : null,
                ImageAlt = image is { Alt.Length: > 0 } ? image.Alt : null,
                Image = image is null ? null : WordPressSite.Media(image.Address, media, report),
                Aliases = OldAddresses(item, slug, meta["_wp_old_slug"]),
                Canonical = WordPressSeo.Canonical(meta),
                Share = WordPressSeo.Of(meta, address => WordPressSite.Media(address, media, report)),
                Body = BodyOf(
                    item,
                    new(item.Value("post_id") ?? "", meta["footnotes"].FirstOrDefault(), site, losses),
                    subject
                ),
            },
            subject
        );
        TellOfComments(item, subject);
        foreach (var list in isKeptBack ? [] : Terms(item).Select(site.Terms.AddressOf).OfType<string>())
        {
            target.Knew(site.Blog + list);
        }
    }

    private void CountLeft(string? kind, string? status)
    {
        if (kind is null || !Hidden.Contains(kind))
        {
            left[$"{status} {kind}".Trim()] = left.GetValueOrDefault($"{status} {kind}".Trim()) + 1;
        }
    }

    /// <summary>What a plug-in or a theme calls by a name of its own, and readers found at an address: a portfolio, a person, a service.
    /// Settings and forms of plug-ins have no address but one with a question mark.</summary>
    private bool IsTextOfPlugIn(XElement item, string? kind, string? status)
    {
        var isText =
            kind is not null
            && !Hidden.Contains(kind)
            && status is "publish"
            && !string.IsNullOrWhiteSpace(item.Element(Content + "encoded")?.Value)
            && Uri.TryCreate(item.Element("link")?.Value, UriKind.Absolute, out var link)
            && link.Query.Length == 0
            && link.AbsolutePath.Length > 1;
        if (isText)
        {
            become[kind!] = become.GetValueOrDefault(kind!) + 1;
        }
        return isText;
    }

    private string BodyOf(XElement item, WordPressPost post, string subject)
    {
        var html = item.Element(Content + "encoded")?.Value ?? "";
        try
        {
            var text = WordPressText.ToHtml(html + Enclosed(item, html), post);
            return HtmlToMarkdown.Convert(WordPressSite.Media(text, media, report), what => post.Losses.Mark(what));
        }
        catch (RegexMatchTimeoutException)
        {
            report.Add(subject, Patience.Lost);
            return html;
        }
    }

    private bool IsKeptBack(XElement item, string? status, string subject)
    {
        if (item.Value("post_password") is { Length: > 0 } || status == "private")
        {
            report.Add(subject, "was not for everybody (private, or behind a password), so it is a draft");
            return true;
        }
        // Lines of HTML may be indented for no reason; in Markdown they would be code.
        var lines = Indentation().Replace(item.Element(Content + "encoded")?.Value ?? "", "");
        if (RestrictedPart.In(lines) is var (_, mark))
        {
            report.Add(subject, $"was not all for everybody (\"{mark}\"), so it is a draft");
            return true;
        }
        return status is not ("publish" or "future");
    }

    private static IEnumerable<XElement> Terms(XElement item) =>
        item.Elements("category")
            .Where(term => (string?)term.Attribute("domain") is "category" or "post_tag")
            .Where(term => (string?)term.Attribute("nicename") != "uncategorized");

    private static List<string> NamesOf(IEnumerable<XElement> terms) =>
        [.. terms.Select(term => WordPressSite.Decoded(term.Value)!).Where(name => name.Length > 0).Distinct()];

    /// <summary>The address that readers know, unless it is the new one, and the slugs from before it was renamed.</summary>
    private static List<string> OldAddresses(XElement item, string slug, IEnumerable<string> oldSlugs)
    {
        var addresses = new List<string>();
        if (
            Uri.TryCreate(item.Element("link")?.Value, UriKind.Absolute, out var link)
            && link.Query.Length == 0
            && link.AbsolutePath.Trim('/') is { Length: > 0 } path
            && Uri.UnescapeDataString(path) != slug
        )
        {
            addresses.Add("/" + Uri.UnescapeDataString(path) + "/");
        }
        var folder = addresses is [var known] ? known[..known.TrimEnd('/').LastIndexOf('/')] : "";
        addresses.AddRange(oldSlugs.Where(old => old.Length > 0).Select(old => $"{folder}/{old}/"));
        return [.. addresses.Distinct()];
    }

    private static bool IsExcerpt(XElement element) =>
        element.Name.LocalName == "encoded"
        && element.Name.NamespaceName.Contains("excerpt", StringComparison.Ordinal)
        && !string.IsNullOrWhiteSpace(element.Value);

    private static DateTimeOffset? Date(XElement item, string name) =>
        DateTimeOffset.TryParseExact(
            item.Value(name),
            "yyyy-MM-dd HH:mm:ss",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : null;

    private void TellOfComments(XElement item, string subject)
    {
        if (item.Elements().Count(element => element.Name.LocalName == "comment") is > 0 and var count)
        {
            report.Add(subject, $"{count} comments left out");
        }
    }
}
