using System.Globalization;
using System.Text;
using System.Xml;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Http;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Terms;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery.Feeds;

/// <summary>Tells search engines what there is: https://www.sitemaps.org/protocol.html</summary>
public sealed class SitemapAnswers(Answers answers, PublicUrls urls)
{
    /// <summary>Most addresses in one file, by the protocol.</summary>
    public const int MaxAddresses = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true };

    // Posts and pages; a large site has too many to hold them all at once.
    private static readonly PostQuery Everything = new() { Kind = null, Limit = 0 };

    public Task<IResult> WholeAsync(CancellationToken cancellation) =>
        answers.ServeAsync(
            "sitemap",
            (view, _) =>
            {
                var parts = PartsOf(view);
                return new(new AnswerResult(parts == 1 ? Part(view, 0) : PartList(parts)));
            },
            cancellation
        );

    /// <summary>One part, by its file name: <c>1.xml</c> is the first.</summary>
    public Task<IResult> PartAsync(string file, CancellationToken cancellation) =>
        answers.ServeAsync(
            $"sitemap/{file}",
            (view, _) =>
            {
                var name = file.EndsWith(".xml", StringComparison.Ordinal) ? file[..^4] : "";
                return new(
                    int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && number > 0
                    && number <= PartsOf(view)
                        ? new AnswerResult(Part(view, number - 1))
                        : Problems.FeedNotFound()
                );
            },
            cancellation
        );

    private int PartsOf(View view)
    {
        var all = view.Browse(Everything).Total + Others(view).Count;
        return (int)((all + MaxAddresses - 1) / MaxAddresses);
    }

    // One part: the posts of its places, and behind the last post everything else.
    private Answer Part(View view, int part)
    {
        var addresses = urls.Of(view);
        var (first, posts) = ((long)part * MaxAddresses, view.Browse(Everything).Total);
        var own = view.Walk(Everything, first, MaxAddresses).Where(post => IsOwn(post.Metadata!, addresses));
        var others = Others(view)
            .Skip((int)Math.Max(0, first - posts))
            .Take((int)Math.Clamp(first + MaxAddresses - posts, 0, MaxAddresses));
        return Written(
            "urlset",
            "url",
            own.Select(post => new Place(
                    addresses.Post(post.Metadata!.Slug),
                    post.Metadata.Updated ?? post.PublishedAt
                ))
                .Concat(others)
        );
    }

    private List<Place> Others(View view)
    {
        var addresses = urls.Of(view);
        var tags = view.Tags(new() { Limit = null }).Items.Where(tag => tag is { Posts: > 0, Tag.IsInternal: false });
        var authors = view.Authors(new() { Limit = null }).Items.Where(author => author.Posts > 0);
        return
        [
            new(addresses.Home, null),
            .. tags.Select(tag => new Place(addresses.Tag(tag.Tag.Slug), null)),
            .. authors.Select(author => new Place(addresses.Author(author.Author.Slug), null)),
        ];
    }

    // A post whose original stands elsewhere does not belong into this site's map.
    private static bool IsOwn(PostMetadata post, PublicAddresses addresses) =>
        post.CanonicalUrl is null || post.CanonicalUrl.TrimEnd('/') == addresses.Post(post.Slug).TrimEnd('/');

    private Answer PartList(int parts) =>
        Written(
            "sitemapindex",
            "sitemap",
            Enumerable.Range(1, parts).Select(part => new Place($"{urls.Self}/sitemaps/{part}.xml", null))
        );

    private static Answer Written(string root, string element, IEnumerable<Place> places)
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
