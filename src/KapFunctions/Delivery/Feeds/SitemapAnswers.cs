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

    private const string Alternates = "http://www.w3.org/1999/xhtml";
    private const string Default = "x-default";
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
        var (all, most) = (view.Browse(Everything).Total + Others(view).Count, MostIn(view));
        return (int)((all + most - 1) / most);
    }

    // Each address names itself in every language.
    private static int MostIn(View view) => MaxAddresses / Math.Max(1, view.Site.Settings.Languages.Count);

    // One part: the posts of its places, and behind the last post everything else.
    private Answer Part(View view, int part)
    {
        var addresses = urls.Of(view);
        var most = MostIn(view);
        var (first, posts) = ((long)part * most, view.Browse(Everything).Total);
        var groups = new TranslationGroups(view);
        var own = view.Walk(Everything, first, most).Where(post => IsOwn(post.Metadata!, addresses));
        var others = Others(view)
            .Skip((int)Math.Max(0, first - posts))
            .Take((int)Math.Clamp(first + most - posts, 0, most));
        return Written(
            "urlset",
            "url",
            own.Select(post => new Place(addresses.Post(post.Metadata!.Slug), post.Metadata.Updated ?? post.PublishedAt)
                {
                    Languages =
                    [
                        .. groups.Of(post).Select(one => (one.Language, addresses.Post(one.Post.Metadata!.Slug))),
                    ],
                })
                .Concat(others),
            view.Site.Settings.Languages.Count > 1
        );
    }

    private List<Place> Others(View view) => view.Site.Settings.Languages.Count > 1 ? InLanguages(view) : InOne(view);

    // Where a list is empty in a language, there is no page of it.
    private List<Place> InLanguages(View view)
    {
        var site = view.Site.Settings;
        var all = site
            .Languages.Select(one =>
                (one.Tag, Addresses: urls.Of(view).In(site.PrefixOf(one.Tag)), Terms: view.TermsIn(one.Tag))
            )
            .ToList();
        var tags = all.SelectMany(one => one.Terms.Tags)
            .Distinct()
            .Where(slug => view.FindTag(slug) is { Tag.IsInternal: false })
            .Order(StringComparer.Ordinal);
        var authors = all.SelectMany(one => one.Terms.Authors).Distinct().Order(StringComparer.Ordinal);
        return
        [
            .. Places(all.Select(one => (one.Tag, one.Addresses.Home))),
            .. tags.SelectMany(slug =>
                Places(
                    all.Where(one => one.Terms.Tags.Contains(slug)).Select(one => (one.Tag, one.Addresses.Tag(slug)))
                )
            ),
            .. authors.SelectMany(slug =>
                Places(
                    all.Where(one => one.Terms.Authors.Contains(slug))
                        .Select(one => (one.Tag, one.Addresses.Author(slug)))
                )
            ),
        ];

        static IEnumerable<Place> Places(IEnumerable<(string Language, string Address)> versions)
        {
            var known = versions.ToArray();
            return known.Select(one => new Place(one.Address, null) { Languages = known.Length > 1 ? known : [] });
        }
    }

    private List<Place> InOne(View view)
    {
        var addresses = urls.Of(view);
        var tags = view.Tags(new() { Limit = null }).Items.Where(tag => tag is { Posts: > 0, Tag.IsInternal: false });
        var authors = view.Authors(new() { Limit = null }).Items.Where(author => author.Posts > 0);
        return
        [
            new(addresses.Home, view.FirstPage() is { } first ? first.Metadata!.Updated ?? first.PublishedAt : null),
            .. tags.Select(tag => new Place(addresses.Tag(tag.Tag.Slug), null)),
            .. authors.Select(author => new Place(addresses.Author(author.Author.Slug), null)),
        ];
    }

    // A post that search engines are to leave out, or whose original stands elsewhere, does not belong into this site's map; the
    // first page stands in it already.
    private static bool IsOwn(PostMetadata post, PublicAddresses addresses) =>
        !post.NoIndex
        && !addresses.Homes.ContainsKey(post.Slug)
        && (post.CanonicalUrl is null || post.CanonicalUrl.TrimEnd('/') == addresses.Post(post.Slug).TrimEnd('/'));

    private Answer PartList(int parts) =>
        Written(
            "sitemapindex",
            "sitemap",
            Enumerable.Range(1, parts).Select(part => new Place($"{urls.Self}/sitemaps/{part}.xml", null))
        );

    private static Answer Written(string root, string element, IEnumerable<Place> places, bool hasLanguages = false)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement(root, Namespace);
            if (hasLanguages)
            {
                xml.WriteAttributeString("xmlns", "xhtml", null, Alternates);
            }

            foreach (var place in places)
            {
                var (address, changed) = place;
                xml.WriteStartElement(element);
                xml.WriteElementString("loc", address);
                if (changed is { } time)
                {
                    xml.WriteElementString(
                        "lastmod",
                        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
                    );
                }

                WriteLanguages(xml, place.Languages);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return new("application/xml; charset=utf-8", bytes.ToArray());
    }

    // https://developers.google.com/search/docs/specialty/international/localized-versions
    private static void WriteLanguages(XmlWriter xml, IReadOnlyList<(string Language, string Address)> languages)
    {
        foreach (
            var (language, address) in languages.Concat(languages.Take(1).Select(first => (Default, first.Address)))
        )
        {
            xml.WriteStartElement("xhtml", "link", Alternates);
            xml.WriteAttributeString("rel", "alternate");
            xml.WriteAttributeString("hreflang", language);
            xml.WriteAttributeString("href", address);
            xml.WriteEndElement();
        }
    }

    private sealed record Place(string Address, DateTimeOffset? Changed)
    {
        /// <summary>The same in each language, the site's own first; none where it is in one.</summary>
        public IReadOnlyList<(string Language, string Address)> Languages { get; init; } = [];
    }
}
