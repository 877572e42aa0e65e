using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KapFunctions.Importing.Sites;

/// <summary>What a page says of itself, and its main text as HTML with whole addresses.</summary>
internal sealed partial record PageText
{
    private const int MaxTags = 50;

    /// <summary>Letters of a summary that are compared with the beginning of the text.</summary>
    private const int MaxCompared = 80;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    public required string Title { get; init; }

    public required IElement Main { get; init; }

    public bool IsPost { get; init; }

    public string? Guid { get; init; }

    public DateTimeOffset? Date { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public string? Description { get; init; }

    /// <summary>As the page shows it to social networks.</summary>
    public string? Image { get; init; }

    public string? ImageAlt { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <param name="page">Null where it cannot be had; then the feed's text is all there is.</param>
    /// <param name="entry">What the feed says of it.</param>
    public static PageText? Of(WebPage? page, FeedEntry? entry)
    {
        if (page is null)
        {
            return entry is { Html: not null } ? OfFeed(entry) : null;
        }
        var document = Parser.ParseDocument(page.Text);
        var data = new PageData(document);
        var title =
            data.Text("headline")
            ?? data.Meta("og:title")
            ?? entry?.Title
            ?? document.QuerySelector("h1")?.TextContent.Trim();
        var shownTime = document.QuerySelector("time[datetime]")?.GetAttribute("datetime");
        var (main, frame) = PageMain.Of(page, document, title);
        var updated = UpdatedIn(main);
        // Where a program makes the page in the browser, the feed has what readers see.
        if (entry?.Html is { } html && PageMain.OfFeed(html, entry.Address) is var fed && IsMore(fed, main))
        {
            main = fed;
        }
        var image =
            data.Meta("og:image") is { } shown && Uri.TryCreate(page.Address, shown, out var whole)
                ? whole.AbsoluteUri
                : null;
        var isPublished = data.Meta("article:published_time") is not null;
        var date =
            PageTime.Of(data.Text("datePublished") ?? data.Meta("article:published_time"))
            ?? entry?.Date
            ?? PageTime.Of(shownTime)
            ?? DateIn(page.Address.AbsolutePath);
        return new()
        {
            Title =
                title is { Length: > 0 } ? title
                : document.Title?.Trim() is { Length: > 0 } named ? named
                : page.Address.AbsolutePath,
            Main = main,
            Guid = entry?.Id,
            // Some generators put pages into their feed, too, and call everything an article; what has a date is one.
            IsPost =
                PostPath().IsMatch(page.Address.AbsolutePath)
                || (
                    date is not null
                    && (entry is not null || data.IsArticle || data.Meta("og:type") == "article" || isPublished)
                ),
            Date = date,
            Updated =
                PageTime.Of(data.Text("dateModified") ?? data.Meta("article:modified_time"))
                ?? entry?.Updated
                ?? updated,
            Description = DescriptionOf(data) is { } description && !BeginsText(description, main) ? description : null,
            Image = image,
            ImageAlt = data.Meta("og:image:alt") ?? AltOf(image, page.Address, document),
            Authors =
                data.Authors is { Count: > 0 } authors ? authors
                : entry is { Authors.Count: > 0 } ? entry.Authors
                : frame.Author is { } author ? [author]
                : [],
            Tags =
            [
                .. (data.Tags is { Count: > 0 } tags ? tags : entry?.Tags ?? [])
                    .Concat(frame.Tags)
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .Take(MaxTags),
            ],
        };
    }

    private static PageText OfFeed(FeedEntry entry) =>
        new()
        {
            Title = entry.Title ?? entry.Address.AbsolutePath,
            Main = PageMain.OfFeed(entry.Html!, entry.Address),
            Guid = entry.Id,
            IsPost = true,
            Date = entry.Date ?? entry.Updated,
            Updated = entry.Updated,
            Authors = entry.Authors,
            Tags = entry.Tags,
        };

    /// <summary>A summary in the feed is less than the page has.</summary>
    private static bool IsMore(IElement fed, IElement main) =>
        fed.TextContent.Count(char.IsLetterOrDigit) > 2 * main.TextContent.Count(char.IsLetterOrDigit);

    private static string? DescriptionOf(PageData data) =>
        data.Text("description") ?? data.Meta("og:description") ?? data.Meta("description");

    /// <summary>A summary that a system cut from the text, marks of notes and all, is made here anew.</summary>
    private static bool BeginsText(string description, IElement main)
    {
        static string Letters(string text) => string.Concat(text.Where(char.IsLetter).Take(MaxCompared));
        return Letters(main.TextContent).StartsWith(Letters(description), StringComparison.Ordinal);
    }

    private static string? AltOf(string? image, Uri page, IDocument document) =>
        image is null
            ? null
            : document
                .Images.Where(picture =>
                    Html.PictureSource.Of(picture) is { } source
                    && Uri.TryCreate(page, source, out var whole)
                    && LargestPicture.Of(whole.AbsoluteUri) == LargestPicture.Of(image)
                )
                .Select(picture => picture.GetAttribute("alt")?.Trim())
                .FirstOrDefault(alt => !string.IsNullOrEmpty(alt));

    /// <summary>Wix shows it as a line above the text.</summary>
    private static DateTimeOffset? UpdatedIn(IElement main)
    {
        foreach (var line in main.QuerySelectorAll("p, span, div, time").Take(30))
        {
            if (line.ChildElementCount == 0 && UpdatedLine().Match(line.TextContent.Trim()) is { Success: true } match)
            {
                line.Remove();
                return PageTime.Of(match.Groups["date"].Value);
            }
        }
        return null;
    }

    private static DateTimeOffset? DateIn(string path) =>
        DatedPath().Match(path) is { Success: true } dated
        && DateTimeOffset.TryParseExact(
            $"{dated.Groups["y"]}-{dated.Groups["m"]}-{(dated.Groups["d"].Success ? dated.Groups["d"].Value : "01")}",
            "yyyy-M-d",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var date
        )
            ? date
            : null;

    [GeneratedRegex(
        @"\A/(post|posts|p|blog|news|articles?|journal)/[^/]|/(19|20)[0-9]{2}/[0-9]{1,2}/",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PostPath();

    [GeneratedRegex(
        @"/(?<y>(19|20)[0-9]{2})/(?<m>[0-9]{1,2})/((?<d>[0-9]{1,2})/)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DatedPath();

    [GeneratedRegex(@"\AUpdated:?\s+(?<date>[\p{L}\d ,./-]{6,30})\z", RegexOptions.CultureInvariant)]
    private static partial Regex UpdatedLine();
}
