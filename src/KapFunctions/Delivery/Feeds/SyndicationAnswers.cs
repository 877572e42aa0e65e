using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using KapFunctions.Http;

namespace KapFunctions.Delivery.Feeds;

/// <summary>Full text in both: RSS 2.0 (https://www.rssboard.org/rss-specification) and Atom (RFC 4287).</summary>
internal static class SyndicationAnswers
{
    private const string ContentNamespace = "http://purl.org/rss/1.0/modules/content/";
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";
    private const string CreatorNamespace = "http://purl.org/dc/elements/1.1/";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true };

    public static Answer Rss(Feed feed)
    {
        var made = Of(feed, RssEntry);
        made.Description = new(Xml(feed.Description.Length > 0 ? feed.Description : feed.Title));
        made.AttributeExtensions.Add(new("content", XmlNamespace), ContentNamespace);
        made.AttributeExtensions.Add(new("atom", XmlNamespace), AtomNamespace);
        made.AttributeExtensions.Add(new("dc", XmlNamespace), CreatorNamespace);
        return Written("application/rss+xml", feed, made.GetRss20Formatter(serializeExtensionsAsAtom: false));
    }

    public static Answer Atom(Feed feed)
    {
        var made = Of(feed, AtomEntry);
        made.Description = new(Xml(feed.Description));
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
            LastUpdatedTime = feed.Updated ?? DateTimeOffset.UnixEpoch,
            ImageUrl = feed.Icon is null ? null : new Uri(feed.Icon),
            Generator = "KapFunctions",
        };
        made.Links.Add(SyndicationLink.CreateAlternateLink(new(feed.Home)));
        made.Links.Add(SyndicationLink.CreateSelfLink(new(feed.Self)));
        return made;
    }

    private static SyndicationItem RssEntry(FeedEntry entry)
    {
        var item = Entry(entry);
        item.Summary = new(Xml(entry.Summary));
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
        var item = new SyndicationItem
        {
            Id = entry.Id,
            Title = new(Xml(entry.Title)),
            PublishDate = entry.Published,
            LastUpdatedTime = entry.Updated,
        };
        item.Links.Add(SyndicationLink.CreateAlternateLink(new(entry.Url)));
        foreach (var tag in entry.Tags)
        {
            item.Categories.Add(new(Xml(tag)));
        }

        if (entry.Audio is { } audio && Uri.TryCreate(audio.Url, UriKind.Absolute, out var address))
        {
            item.Links.Add(SyndicationLink.CreateMediaEnclosureLink(address, audio.MediaType, audio.Size ?? 0));
        }

        return item;
    }

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
