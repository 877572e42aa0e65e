using System.Globalization;
using System.Net;
using System.Xml;
using System.Xml.Linq;

namespace KapFunctions.Importing.Sites;

/// <summary>What a feed says of one post.</summary>
/// <param name="Id">What subscribers' programs know it by.</param>
/// <param name="Html">Its text, where the feed has more than a summary.</param>
internal sealed record FeedEntry(
    Uri Address,
    string? Id,
    string? Title,
    DateTimeOffset? Date,
    DateTimeOffset? Updated,
    IReadOnlyList<string> Authors,
    IReadOnlyList<string> Tags,
    string? Html
);

/// <summary>RSS 2.0 and Atom: https://www.rssboard.org/rss-specification, https://www.rfc-editor.org/rfc/rfc4287.</summary>
internal sealed record SiteFeed(string? Title, IReadOnlyList<FeedEntry> Entries)
{
    private static readonly SiteFeed None = new(null, []);

    private const int MaxEntries = 5_000;
    private const int MaxNames = 50;

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        CheckCharacters = false,
    };

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    /// <summary>What stands before the place where it is damaged; nothing where it is no feed.</summary>
    public static SiteFeed Read(string text, Uri site)
    {
        string? title = null;
        var entries = new List<FeedEntry>();
        try
        {
            using var xml = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF', ' ', '\n', '\r')), Safe);
            xml.MoveToContent();
            if (xml.LocalName is not ("rss" or "feed" or "RDF"))
            {
                return None;
            }
            while (!xml.EOF && entries.Count < MaxEntries)
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "item" or "entry")
                {
                    if (Entry((XElement)XNode.ReadFrom(xml), site) is { } entry)
                    {
                        entries.Add(entry);
                    }
                }
                else if (title is null && IsOwnTitle(xml))
                {
                    title = Plain(((XElement)XNode.ReadFrom(xml)).Value);
                }
                else
                {
                    xml.Read();
                }
            }
        }
        catch (XmlException) { }
        return new(title, entries);
    }

    /// <summary>Not the one of its picture, which stands deeper.</summary>
    private static bool IsOwnTitle(XmlReader xml) =>
        xml is { NodeType: XmlNodeType.Element, LocalName: "title", Depth: 1 or 2 }
        && xml.NamespaceURI is "" or "http://www.w3.org/2005/Atom" or "http://purl.org/rss/1.0/";

    private static string? Plain(string text) =>
        WebUtility.HtmlDecode(text).Trim() is { Length: > 0 } plain ? plain : null;

    private static FeedEntry? Entry(XElement item, Uri site)
    {
        var isAtom = item.Name.Namespace == Atom;
        var link = isAtom
            ? (item.Elements(Atom + "link").FirstOrDefault(one => (string?)one.Attribute("rel") is null or "alternate"))
                ?.Attribute("href")
                ?.Value
            : Text(item, item.Name.Namespace + "link");
        if (!Uri.TryCreate(site, link, out var address))
        {
            return null;
        }
        return new(
            address,
            Text(item, isAtom ? Atom + "id" : item.Name.Namespace + "guid"),
            Text(item, item.Name.Namespace + "title"),
            PageTime.Of(Text(item, Atom + "published") ?? Text(item, "pubDate") ?? Text(item, Dublin + "date")),
            PageTime.Of(Text(item, Atom + "updated")),
            Names(
                item.Elements(Dublin + "creator")
                    .Select(one => one.Value)
                    .Concat(item.Elements(Atom + "author").Select(one => one.Element(Atom + "name")?.Value))
            ),
            Names(
                item.Elements()
                    .Where(one => one.Name.LocalName == "category")
                    .Select(one => (string?)one.Attribute("label") ?? (string?)one.Attribute("term") ?? one.Value)
            ),
            Text(item, Content + "encoded") ?? HtmlOf(item.Element(Atom + "content")) ?? Text(item, "description")
        );
    }

    private static string? HtmlOf(XElement? content) =>
        content is null ? null
        : (string?)content.Attribute("type") == "xhtml"
            ? string.Concat(content.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)))
        : content.Value;

    private static List<string> Names(IEnumerable<string?> names) =>
        [
            .. names
                .Select(name => WebUtility.HtmlDecode(name ?? "").Trim())
                .Where(name => name.Length is > 0 and < 100)
                .Distinct()
                .Take(MaxNames),
        ];

    private static string? Text(XElement item, XName name) =>
        item.Element(name)?.Value.Trim() is { Length: > 0 } text ? text : null;
}
