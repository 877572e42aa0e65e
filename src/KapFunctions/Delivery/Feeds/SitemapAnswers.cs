using System.Globalization;
using System.Text;
using System.Xml;
using KapFunctions.Content;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Http;
using KapFunctions.Query;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery.Feeds;

/// <summary>Tells search engines what there is: https://www.sitemaps.org/protocol.html</summary>
public sealed class SitemapAnswers(Answers answers, PublicUrls urls)
{
    /// <summary>Most addresses in one file, by the protocol.</summary>
    public const int MaxAddresses = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true };

    /// <summary>All addresses, or the list of parts where there are too many for one file.</summary>
    public Task<IResult> WholeAsync(CancellationToken cancellation) =>
        answers.ServeAsync(
            "sitemap",
            (view, _) =>
            {
                var all = AddressesIn(view);
                return new(new AnswerResult(all.Count <= MaxAddresses ? AddressList(all) : PartList(all)));
            },
            cancellation
        );

    /// <summary>One part, by its file name: <c>1.xml</c> is the first.</summary>
    public Task<IResult> PartAsync(string file, CancellationToken cancellation) =>
        answers.ServeAsync(
            $"sitemap/{file}",
            (view, _) =>
            {
                var parts = AddressesIn(view).Chunk(MaxAddresses).ToArray();
                var name = file.EndsWith(".xml", StringComparison.Ordinal) ? file[..^4] : "";
                return new(
                    int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number > 0
                    && number <= parts.Length
                        ? new AnswerResult(AddressList(parts[number - 1]))
                        : Problems.FeedNotFound()
                );
            },
            cancellation
        );

    private List<Place> AddressesIn(View view)
    {
        var addresses = urls.Of(view);
        var everything = new PostQuery { Kind = null, Limit = int.MaxValue };
        var posts = view.Browse(everything).Posts.Where(post => IsOwn(post.Metadata!, addresses));
        var tags = view.Tags(new() { Limit = null }).Items.Where(tag => tag.Posts > 0);
        var authors = view.Authors(new() { Limit = null }).Items.Where(author => author.Posts > 0);
        return
        [
            new(addresses.Home, null),
            .. posts.Select(post => new Place(
                addresses.Post(post.Metadata!.Slug),
                post.Metadata.Updated ?? post.PublishedAt
            )),
            .. tags.Select(tag => new Place(addresses.Tag(tag.Tag.Slug), null)),
            .. authors.Select(author => new Place(addresses.Author(author.Author.Slug), null)),
        ];
    }

    /// <summary>A post whose original stands elsewhere does not belong into this site's map.</summary>
    private static bool IsOwn(PostMetadata post, PublicAddresses addresses) =>
        post.CanonicalUrl is null || post.CanonicalUrl.TrimEnd('/') == addresses.Post(post.Slug).TrimEnd('/');

    private static Answer AddressList(IReadOnlyList<Place> places) => Written("urlset", "url", places);

    private Answer PartList(List<Place> all)
    {
        var parts = (all.Count + MaxAddresses - 1) / MaxAddresses;
        return Written(
            "sitemapindex",
            "sitemap",
            [.. Enumerable.Range(1, parts).Select(part => new Place($"{urls.Self}/sitemaps/{part}.xml", null))]
        );
    }

    private static Answer Written(string root, string element, IReadOnlyList<Place> places)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement(root, Namespace);
            foreach (var (address, changed) in places)
            {
                xml.WriteStartElement(element);
                xml.WriteElementString("loc", address);
                if (changed is { } time)
                {
                    xml.WriteElementString(
                        "lastmod",
                        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
                    );
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return new("application/xml; charset=utf-8", bytes.ToArray());
    }

    private readonly record struct Place(string Address, DateTimeOffset? Changed);
}
