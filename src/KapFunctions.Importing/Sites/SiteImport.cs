using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Text;
using KapFunctions.Importing.Html;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Sites;

/// <summary>A site that has no export, from its pages: first all are fetched, then what repeats on them is known, then they are written.</summary>
internal sealed partial class SiteImport(
    Uri site,
    WebPages pages,
    MediaImport media,
    ImportTarget target,
    ImportReport report
)
{
    private readonly List<(Uri Old, PageText Text)> texts = [];
    private readonly List<Uri> lists = [];

    /// <summary>Other addresses of a page, by the one that it has in the end.</summary>
    private readonly Dictionary<string, List<string>> others = new(StringComparer.Ordinal);
    private readonly SiteMedia files = new(media);
    private readonly SiteProof proof = new(report);

    public void Run(Action<int, int> progress, CancellationToken cancellation)
    {
        var addresses = new SiteAddresses(site, pages, cancellation);
        addresses.Find();
        Fetch(addresses, progress, cancellation);
        if (addresses.Found.Count == SiteAddresses.MaxPages)
        {
            report.AddResult(
                $"the site names more pages than the {SiteAddresses.MaxPages} that are read; the others were left out"
            );
        }
        if (texts.Count == 0)
        {
            throw new ImportException(
                $"{site} names no pages that can be read. Is the address that of the first page?"
            );
        }
        var repeated = new RepeatedParts();
        texts.ForEach(text => repeated.Count(text.Text.Main));
        var shared = SharedImages();
        target.Write(SiteOf(addresses));
        foreach (var (old, text) in texts)
        {
            cancellation.ThrowIfCancellationRequested();
            repeated.TakeOut(text.Main);
            Import(old, text.Image is { } image && shared.Contains(image) ? text with { Image = null } : text);
        }
        foreach (var (part, count) in repeated.Taken.OrderByDescending(part => part.Value).Take(100))
        {
            report.Add("pages", $"\"{part}\" stands on most of them and was left out {count} times");
        }
        target.WriteRedirects(ListRedirects.Of(lists, texts.Select(text => text.Text)));
        proof.Tell();
    }

    /// <summary>The last part of a page's address.</summary>
    public static string NameOf(Uri page)
    {
        var parts = Uri.UnescapeDataString(page.AbsolutePath).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var last = parts is [.., var end] ? PageEnding().Replace(end, "") : "";
        var name =
            last is "index" or "default" && parts.Length > 1 ? parts[^2]
            : page.Query.Length > 0 ? $"{last} {page.Query[(page.Query.IndexOf('=', StringComparison.Ordinal) + 1)..]}"
            : last;
        return Slug.From(name.Length > 0 ? name : "home");
    }

    private void Fetch(SiteAddresses addresses, Action<int, int> progress, CancellationToken cancellation)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < addresses.Found.Count; i++)
        {
            progress(i, addresses.Found.Count);
            var address = addresses.Found[i];
            var shown = address.PathAndQuery;
            if (!addresses.Robots.Allows(address))
            {
                target.Knew(shown);
                report.Add(shown, "robots.txt asks programs to stay away, so it was left out");
                continue;
            }
            var entry = addresses.EntryOf(address);
            var page = pages.Get(address, out var why, cancellation);
            if (page is not { Status: 200 })
            {
                KnowUnless(page?.Status is 404 or 410, shown);
                TakeFromFeed(address, entry, why);
                continue;
            }
            if (!addresses.IsOwn(page.Address))
            {
                report.Add(shown, $"leads to {page.Address.Host}, and was left out");
                continue;
            }
            if (page.IsCut)
            {
                report.Add(shown, "is larger than 5 MiB; what stands behind that was not read");
            }
            target.Knew(shown);
            addresses.Follow(page);
            var key = SiteAddresses.KeyOf(page.Address);
            if (key != SiteAddresses.KeyOf(address))
            {
                (others.TryGetValue(key, out var same) ? same : others[key] = []).Add(shown);
            }
            if (!known.Add(key))
            {
                report.Add(shown, $"is the same page as {page.Address.PathAndQuery}");
            }
            else if (ListRedirects.IsList(page.Address))
            {
                lists.Add(page.Address);
                report.Add(
                    page.Address.AbsolutePath,
                    "is a list of posts, which the site makes itself, and was left out"
                );
            }
            else if (PageText.Of(page, entry ?? addresses.EntryOf(page.Address)) is { } text)
            {
                texts.Add((page.Address, text));
            }
        }
    }

    private void KnowUnless(bool isGone, string address)
    {
        if (!isGone)
        {
            target.Knew(address);
        }
    }

    private void TakeFromFeed(Uri address, FeedEntry? entry, string why)
    {
        if (PageText.Of(page: null, entry) is { } text)
        {
            report.Add(address.PathAndQuery, $"could not be fetched (it {why}); its text is the one of the feed");
            texts.Add((address, text));
            return;
        }
        report.Add(address.PathAndQuery, $"could not be fetched: it {why}");
    }

    private ImportedSite SiteOf(SiteAddresses addresses)
    {
        var data = addresses.Home is { Status: 200 } home ? PageData.Of(home.Text) : null;
        return new()
        {
            Title = data?.Meta("og:site_name") ?? addresses.Title,
            Language = data?.Language,
            Authors =
            [
                .. texts
                    .SelectMany(text => text.Text.Authors)
                    .Distinct()
                    .Select(name => new ImportedAuthor(name, Slug.From(name)))
                    .DistinctBy(author => author.Slug),
            ],
        };
    }

    /// <summary>Where a page has no picture of its own, systems show the site's.</summary>
    private HashSet<string> SharedImages() =>
        [
            .. texts
                .Select(text => text.Text.Image)
                .OfType<string>()
                .GroupBy(image => image)
                .Where(group => group.Count() > 2 && group.Count() * 2 > texts.Count)
                .Select(group => group.Key),
        ];

    private void Import(Uri old, PageText text)
    {
        var losses = new Losses();
        var inText = text.Main.QuerySelectorAll("img").Select(PictureSource.Of).OfType<string>();
        var stands = text.Image is { } image && inText.Any(source => IsSame(source, image, old));
        var pictures = files.TakeAll(text.Main, old);
        var taken = text.Image is null ? null : files.Take(text.Image, old);
        var html = Losses.Without(text.Main.InnerHtml);
        var body = HtmlToMarkdown.Convert(html, what => losses.Mark(what));
        var slug = NameOf(old);
        var written = target.Write(
            new()
            {
                Kind = text.IsPost && old.PathAndQuery.Length > 1 ? PostKind.Post : PostKind.Page,
                Title = text.Title,
                Slug = slug,
                Guid = text.Guid,
                Date = text.Date ?? (text.IsPost ? text.Updated : null),
                Updated = text.Updated == text.Date ? null : text.Updated,
                Authors = [.. text.Authors.Select(Slug.From)],
                Tags = text.Tags,
                Excerpt = text.Description,
                // What stands in the text would be seen twice.
                Image = stands ? null : taken,
                ImageAlt = stands || taken is null ? null : text.ImageAlt,
                Share = stands ? [("og_image", taken)] : [],
                Aliases = AliasesOf(old, slug),
                Body = body,
                Losses = losses,
            },
            old.PathAndQuery
        );
        proof.Add(old, html, text.Title, written, pictures);
        if (written is not null && old.PathAndQuery == "/")
        {
            report.Add(
                "/",
                $"is a page now; where it is to stand first, add \"home: pages/{written.Slug}.md\" to site.yaml"
            );
        }
    }

    private static bool IsSame(string source, string image, Uri page) =>
        Uri.TryCreate(page, source, out var whole) && LargestPicture.Of(whole.AbsoluteUri) == LargestPicture.Of(image);

    /// <summary>What follows a question mark is no part of an alias; the first page is where it was.</summary>
    private List<string> AliasesOf(Uri old, string slug)
    {
        var all = others.GetValueOrDefault(SiteAddresses.KeyOf(old)) ?? [];
        return
        [
            .. all.Prepend(old.PathAndQuery)
                .Where(address => !address.Contains('?', StringComparison.Ordinal))
                .Select(address => Uri.UnescapeDataString(address.Trim('/')))
                .Where(path => path.Length > 0 && path != slug)
                .Distinct()
                .Select(path => $"/{path}/"),
        ];
    }

    [GeneratedRegex(@"\.(html?|xhtml|php|aspx?|jsp|cfm)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PageEnding();
}
