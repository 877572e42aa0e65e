using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using KapFunctions.Content.Links;
using KapFunctions.Http;

namespace KapFunctions.Delivery.Feeds;

/// <summary>Full text in both: RSS 2.0 (https://www.rssboard.org/rss-specification) and Atom (RFC 4287).</summary>
internal static class SyndicationAnswers
{
    private const string ContentNamespace = "http://purl.org/rss/1.0/modules/content/";
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";
    private const string MediaNamespace = "http://search.yahoo.com/mrss/";
    private const string RssType = "application/rss+xml";
    private const string CreatorNamespace = "http://purl.org/dc/elements/1.1/";

    private static readonly XNamespace Atom10 = AtomNamespace;
    private static readonly XNamespace Media = MediaNamespace;

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(false),
        Indent = true,
        NamespaceHandling = NamespaceHandling.OmitDuplicates,
    };

    public static Answer Rss(Feed feed)
    {
        var made = Of(feed, RssEntry);
        made.Description = new(Xml(feed.Description.Length > 0 ? feed.Description : feed.Title));
        made.ImageUrl = IsRaster(feed.Icon) ? new Uri(feed.Icon!) : null;
        if (feed.Updated is { } updated)
        {
            made.ElementExtensions.Add("lastBuildDate", null, RssDate(updated));
        }

        made.ElementExtensions.Add(
            new XElement(
                Atom10 + "link",
                new XAttribute(XNamespace.Xmlns + "atom", AtomNamespace),
                new XAttribute("href", feed.Self),
                new XAttribute("rel", "self"),
                new XAttribute("type", RssType)
            )
        );
        made.AttributeExtensions.Add(new("content", XmlNamespace), ContentNamespace);
        made.AttributeExtensions.Add(new("atom", XmlNamespace), AtomNamespace);
        made.AttributeExtensions.Add(new("dc", XmlNamespace), CreatorNamespace);
        made.AttributeExtensions.Add(new("media", XmlNamespace), MediaNamespace);
        return Written(RssType, feed, made.GetRss20Formatter(serializeExtensionsAsAtom: false));
    }

    public static Answer Atom(Feed feed)
    {
        var made = Of(feed, AtomEntry);
        made.Description = new(Xml(feed.Description));
        made.LastUpdatedTime = feed.Updated ?? DateTimeOffset.UnixEpoch;
        made.ImageUrl = feed.Icon is null ? null : new Uri(feed.Icon);
        made.AttributeExtensions.Add(new("media", XmlNamespace), MediaNamespace);
        return Written("application/atom+xml", feed, made.GetAtom10Formatter());
    }

    private const string XmlNamespace = "http://www.w3.org/2000/xmlns/";

    private static SyndicationFeed Of(Feed feed, Func<FeedEntry, SyndicationItem> entry)
    {
        var made = new SyndicationFeed(feed.Entries.Select(entry))
        {
            Id = feed.Self,
            Title = new(Xml(feed.Title)),
            Language = feed.Language,
            Generator = "KapFunctions",
        };
        made.Links.Add(SyndicationLink.CreateAlternateLink(new(feed.Home)));
        made.Links.Add(SyndicationLink.CreateSelfLink(new(feed.Self)));
        return made;
    }

    private static SyndicationItem RssEntry(FeedEntry entry)
    {
        var item = Entry(entry);
        item.Id = Xml(entry.FormerId ?? entry.Id);
        item.Summary = new(RssHtml(entry.Summary));
        item.ElementExtensions.Add("pubDate", null, RssDate(entry.Published));
        foreach (var enclosure in item.Links.Where(link => link is { RelationshipType: "enclosure", Length: 0 }))
        {
            // RSS demands a length; 0 where nobody knows it.
            enclosure.AttributeExtensions.Add(new("length"), "0");
        }

        item.ElementExtensions.Add("encoded", ContentNamespace, Xml(entry.Html));
        foreach (var author in entry.Authors)
        {
            // RSS wants an address of mail for an author; a name goes into Dublin Core's element.
            item.ElementExtensions.Add("creator", CreatorNamespace, Xml(author.Name));
        }

        return item;
    }

    private static SyndicationItem AtomEntry(FeedEntry entry)
    {
        var item = Entry(entry);
        // Atom takes nothing but an IRI (RFC 4287, section 4.2.6).
        item.Id = Uri.TryCreate(entry.FormerId, UriKind.Absolute, out _) ? Xml(entry.FormerId) : entry.Id;
        item.PublishDate = entry.Published;
        item.LastUpdatedTime = entry.Updated;
        item.Summary = new(Xml(entry.Summary));
        item.Content = SyndicationContent.CreateHtmlContent(Xml(entry.Html));
        foreach (var author in entry.Authors)
        {
            item.Authors.Add(new() { Name = Xml(author.Name), Uri = author.Website });
        }

        return item;
    }

    private static SyndicationItem Entry(FeedEntry entry)
    {
        var item = new SyndicationItem { Title = new(Xml(entry.Title)) };
        item.Links.Add(SyndicationLink.CreateAlternateLink(new(entry.Url)));
        foreach (var tag in entry.Tags)
        {
            item.Categories.Add(new(Xml(tag)));
        }

        if (entry.Audio is { } audio && Uri.TryCreate(audio.Url, UriKind.Absolute, out var address))
        {
            item.Links.Add(SyndicationLink.CreateMediaEnclosureLink(address, audio.MediaType, audio.Size ?? 0));
        }

        if (entry.Picture is { } picture)
        {
            item.ElementExtensions.Add(MediaOf(picture));
        }

        return item;
    }

    private static XElement MediaOf(FeedPicture picture) =>
        new(
            Media + "content",
            new XAttribute(XNamespace.Xmlns + "media", MediaNamespace),
            new XAttribute("url", picture.Url),
            new XAttribute("medium", "image"),
            picture.MediaType is { } type ? new XAttribute("type", type) : null,
            picture.Alt is { Length: > 0 } alt ? new XElement(Media + "description", Xml(alt)) : null
        );

    // GIF, JPEG or PNG, which is what RSS's image may be.
    private static bool IsRaster(string? icon) =>
        icon is not null && MediaTypes.Of(icon.Split('?', '#')[0]) is "image/png" or "image/jpeg" or "image/gif";

    /// <summary>Readers take an item's description for HTML, so a text is written as HTML that says it. A channel's is a phrase:
    /// the W3C's validator wants no HTML there.</summary>
    private static string RssHtml(string text) =>
        Xml(text)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>RFC 822 with <c>GMT</c>; the library writes <c>Z</c>, which readers were told to take for any zone at all (RFC
    /// 1123, section 5.2.14).</summary>
    private static string RssDate(DateTimeOffset at) => at.ToString("R", CultureInfo.InvariantCulture);

    private static Answer Written(string mediaType, Feed feed, SyndicationFeedFormatter formatter)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            formatter.WriteTo(xml);
        }

        return new($"{mediaType}; charset=utf-8", bytes.ToArray(), feed.Updated);
    }

    // Characters that XML cannot hold at all are left out.
    private static string Xml(string text)
    {
        var isWhole = true;
        for (var i = 0; i < text.Length && isWhole; i++)
        {
            isWhole = XmlConvert.IsXmlChar(text[i]) || char.IsSurrogate(text[i]);
        }

        return isWhole ? text : string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
    }
}
