using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KapFunctions.Content.Links;
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

    public void Run(Action<int, int> progress, CancellationToken cancellation)
    {
        Fetch(progress, cancellation);
        if (texts.Count == 0)
        {
            throw new ImportException(
                $"{site} names no pages that can be read. Is the address that of the first page?"
            );
        }
        var repeated = new RepeatedParts();
        texts.ForEach(text => repeated.Count(text.Text.Main));
        target.Write(
            new ImportedSite
            {
                Authors =
                [
                    .. texts
                        .SelectMany(text => text.Text.Authors)
                        .Distinct()
                        .Select(name => new ImportedAuthor(name, Slug.From(name))),
                ],
            }
        );
        foreach (var (old, text) in texts)
        {
            cancellation.ThrowIfCancellationRequested();
            repeated.TakeOut(text.Main);
            Import(old, text);
        }
    }

    private void Fetch(Action<int, int> progress, CancellationToken cancellation)
    {
        var addresses = new SiteAddresses(site, pages, cancellation);
        var found = addresses.Find();
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < found.Count; i++)
        {
            progress(i, found.Count);
            var address = found[i];
            if (!addresses.Robots.Allows(address))
            {
                report.Add(address.AbsolutePath, "robots.txt asks programs to stay away, so it was left out");
            }
            else if (pages.Get(address, out var why, cancellation) is not { Status: 200 } page)
            {
                report.Add(address.AbsolutePath, $"could not be fetched: it {why}");
            }
            else if (!addresses.IsOwn(page.Address))
            {
                report.Add(address.AbsolutePath, $"leads to {page.Address.Host}, and was left out");
            }
            else if (!known.Add(page.Address.GetLeftPart(UriPartial.Path).TrimEnd('/')))
            {
                report.Add(address.AbsolutePath, $"is the same page as {page.Address.AbsolutePath}");
            }
            else if (IsList().IsMatch(page.Address.AbsolutePath))
            {
                report.Add(
                    page.Address.AbsolutePath,
                    "is a list of posts, which the site makes itself, and was left out"
                );
            }
            else
            {
                texts.Add((page.Address, PageText.Of(page)));
            }
        }
    }

    private void Import(Uri old, PageText text)
    {
        var path = old.AbsolutePath.TrimEnd('/');
        var losses = new Losses();
        var pictures = TakePictures(text.Main, old);
        var html = Losses.Without(text.Main.InnerHtml);
        var body = HtmlToMarkdown.Convert(html, what => losses.Mark(what));
        var name = Path.GetFileNameWithoutExtension(Uri.UnescapeDataString(path));
        var slug = Slug.From(name.Length > 0 ? name : "home");
        target.Write(
            new()
            {
                Kind = text.IsPost && path.Length > 0 ? PostKind.Post : PostKind.Page,
                Title = text.Title,
                Slug = slug,
                Date = text.Date ?? (text.IsPost ? text.Updated : null),
                Updated = text.Updated,
                Authors = [.. text.Authors.Select(Slug.From)],
                Tags = text.Tags,
                Excerpt = text.Description,
                Image = text.Image is { } image ? TakePicture(image, old) : null,
                Aliases = path.Length > 0 && path.Trim('/') != slug ? [Uri.UnescapeDataString(path) + "/"] : [],
                Body = body,
                Losses = losses,
            },
            old.AbsolutePath
        );
        Prove(old, slug, html, body, pictures);
    }

    private (int Shown, int Had) TakePictures(IElement main, Uri old)
    {
        var (shown, had) = (0, 0);
        foreach (var picture in main.QuerySelectorAll("img").ToArray())
        {
            if (
                PictureSource.IsTracker(picture)
                || PictureSource.Of(picture) is not { } source
                || source.StartsWith("data:", StringComparison.Ordinal)
            )
            {
                continue;
            }
            had++;
            var address = Uri.TryCreate(old, source, out var whole) ? whole.AbsoluteUri : source;
            var taken = TakePicture(address, old);
            shown += taken is null ? 0 : 1;
            picture.SetAttribute("src", taken ?? address);
            picture.RemoveAttribute("srcset");
        }
        return (shown, had);
    }

    private string? TakePicture(string address, Uri old)
    {
        var largest = LargestPicture.Of(address);
        if (!Uri.TryCreate(old, largest, out var uri))
        {
            return null;
        }
        var file = Uri.UnescapeDataString(uri.AbsolutePath[(uri.AbsolutePath.LastIndexOf('/') + 1)..]);
        var stem = Slug.From(Path.GetFileNameWithoutExtension(file));
        var ending = MediaTypes.Of(file) is null ? ".jpg" : Path.GetExtension(file).ToLowerInvariant();
        return media.Fetch(
            $"{(old.AbsolutePath.Trim('/').Split('/')[^1] is { Length: > 0 } page ? Slug.From(page) : "home")}/{stem}{ending}",
            uri.AbsoluteUri
        );
    }

    /// <summary>What the old page had, and what the new one has of it.</summary>
    private void Prove(Uri old, string slug, string html, string body, (int Shown, int Had) pictures)
    {
        var before = WordsOf(Markup().Replace(html, " "));
        var after = WordsOf(body);
        var same = before.Sum(word => Math.Min(word.Value, after.GetValueOrDefault(word.Key)));
        var all = Math.Max(1, before.Values.Sum());
        var links = LinkOfHtml().Count(html);
        report.Add(
            old.AbsolutePath,
            string.Create(
                CultureInfo.InvariantCulture,
                $"is /{slug} now, with {100.0 * same / all:0.#} % of its {before.Values.Sum()} words, {pictures.Shown} of {pictures.Had} pictures, {Math.Min(links, LinkOfText().Count(body))} of {links} links"
            )
        );
    }

    private static Dictionary<string, int> WordsOf(string text) =>
        Word()
            .Matches(System.Net.WebUtility.HtmlDecode(text))
            .GroupBy(word => word.Value, StringComparer.Ordinal)
            .ToDictionary(word => word.Key, word => word.Count(), StringComparer.Ordinal);

    [GeneratedRegex(
        @"/(tag|tags|category|categories|author|authors|page|hashtags)/|\A/(blog|posts|archive|feed)/?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex IsList();

    [GeneratedRegex("<[^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"<a\b[^>]*\bhref=", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LinkOfHtml();

    [GeneratedRegex(
        @"(?<!!)\[(?:[^\[\]]|\[[^\[\]]*\]\([^()]*\))*\]\(|<a\b[^>]*\bhref=|<https?://|^https?://",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex LinkOfText();
}
