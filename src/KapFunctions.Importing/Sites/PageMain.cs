using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KapFunctions.Content.Links;
using SmartReader;

namespace KapFunctions.Importing.Sites;

/// <summary>The main text of a page.</summary>
internal static partial class PageMain
{
    /// <summary>Where systems keep the text of a post, the surest first: Wix, Squarespace, Substack, WordPress, Ghost, and what themes
    /// of Hugo and Jekyll have in common.</summary>
    private static readonly string[] Containers =
    [
        "[data-hook='post-description']",
        ".blog-item-content",
        ".sqs-blog-item-content",
        ".available-content",
        ".entry-content",
        ".gh-content",
        ".post-full-content",
        ".post-content",
        ".post-body",
        ".article-body",
        "[itemprop='articleBody']",
        ".e-content",
        "article",
        "main, [role='main']",
    ];

    /// <summary>Around a text and never part of it.</summary>
    private const string Extras =
        "nav, aside.sidebar, [role='navigation'], style, template, script:not([src*='gist.github.com']), .pagination, .post-navigation, "
        + ".nav-links, .sharedaddy, .share-buttons, .social-share, .jp-relatedposts";

    /// <summary>Where a time stands in a sentence.</summary>
    private const string Sentences = "p, li, td, dd, blockquote, h2, h3, h4, figcaption";

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    public static (IElement Text, PageFrame Frame) Of(WebPage page, IDocument document, string? title)
    {
        var main = Containers.Select(name => OnlyOne(document, name)).FirstOrDefault(found => found is not null);
        main ??= Read(page, document);
        foreach (var extra in main.QuerySelectorAll(Extras).ToArray())
        {
            extra.Remove();
        }
        foreach (var button in main.QuerySelectorAll("button").Where(button => !OpensText(button)).ToArray())
        {
            button.Remove();
        }
        var around = PageFrame.TakeOutOf(main);
        foreach (
            var time in main.QuerySelectorAll("time[datetime]").Where(time => time.Closest(Sentences) is null).ToArray()
        )
        {
            // The head has it.
            time.Remove();
        }
        foreach (var frame in main.QuerySelectorAll("header, footer").ToArray())
        {
            KeepPictures(frame);
        }
        Complete(main, page.Address);
        if (main.QuerySelector("h1") is { } heading && heading.TextContent.Trim() == title)
        {
            heading.Remove();
        }
        return (main, around);
    }

    public static IElement OfFeed(string html, Uri address)
    {
        var body = Parser.ParseDocument("<!doctype html><body>" + html).Body!;
        Complete(body, address);
        return body;
    }

    /// <summary>Several of a kind are teasers of a list, or parts of a text that is in what is around them.</summary>
    private static IElement? OnlyOne(IDocument document, string selector)
    {
        var found = document
            .QuerySelectorAll(selector)
            .Where(one => one.TextContent.Any(char.IsLetterOrDigit) || one.QuerySelector("img") is not null)
            .ToArray();
        return found is [var first, ..] && Array.TrueForAll(found, one => first.Contains(one)) ? first : null;
    }

    private static IElement Read(WebPage page, IDocument document)
    {
        try
        {
            var article = new Reader(page.Address.AbsoluteUri, page.Text).GetArticle();
            if (article.IsReadable)
            {
                return Parser.ParseDocument(article.Content).Body!;
            }
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or NullReferenceException)
        { }
        return document.Body!;
    }

    /// <summary>A question whose answer is folded away, and no button to share or to subscribe.</summary>
    private static bool OpensText(IElement button) =>
        button.HasAttribute("aria-expanded") && button.TextContent.Trim().Length > 10
        || button.Closest("h1, h2, h3, h4, h5, h6, summary, dt") is not null;

    /// <summary>Beside a text, not in a quotation of it, they hold titles, dates and names that are known by then.</summary>
    private static void KeepPictures(IElement frame)
    {
        if (frame.Closest("blockquote") is not null)
        {
            return;
        }
        if (frame.LocalName == "header")
        {
            foreach (var picture in frame.QuerySelectorAll("figure, img").Where(one => !IsSmall(one)).ToArray())
            {
                if (picture.LocalName == "figure" || picture.Closest("figure") is null)
                {
                    frame.ParentElement?.InsertBefore(picture, frame);
                }
            }
        }
        frame.Remove();
    }

    /// <summary>A portrait of the author, beside the name.</summary>
    private static bool IsSmall(IElement picture) =>
        (picture.GetAttribute("class") + picture.ParentElement?.GetAttribute("class")).Contains(
            "author",
            StringComparison.OrdinalIgnoreCase
        ) || (picture.GetAttribute("class") ?? "").Contains("avatar", StringComparison.OrdinalIgnoreCase);

    /// <summary>Links within the site keep their path alone, which aliases lead on.</summary>
    private static void Complete(IElement main, Uri page)
    {
        foreach (var element in main.QuerySelectorAll("[href], [src]"))
        {
            foreach (var name in (string[])["href", "src"])
            {
                if (
                    element.GetAttribute(name) is { Length: > 0 } written
                    && !written.StartsWith('#')
                    && Uri.TryCreate(page, written, out var whole)
                )
                {
                    element.SetAttribute(name, name == "href" ? Link(whole, page) : whole.AbsoluteUri);
                }
            }
        }
        foreach (var picture in main.QuerySelectorAll("img, picture source"))
        {
            var best = Html.PictureSource.Largest(
                picture.GetAttribute("srcset") ?? picture.GetAttribute("data-srcset")
            );
            if (best is not null && Uri.TryCreate(page, best, out var largest))
            {
                var image = picture.LocalName == "img" ? picture : picture.ParentElement?.QuerySelector("img");
                image?.SetAttribute("src", largest.AbsoluteUri);
            }
        }
        foreach (var holder in main.QuerySelectorAll("[data-image-info]"))
        {
            AddLate(holder);
        }
        foreach (var shown in main.QuerySelectorAll("[style*='background-image']"))
        {
            AddBackground(shown, page);
        }
    }

    /// <summary>Wix shows a blurred picture, or none, until its program has run: the name of the real one stands beside it.</summary>
    private static void AddLate(IElement holder)
    {
        if (WixPicture().Match(holder.GetAttribute("data-image-info")!).Groups["name"] is not { Success: true } name)
        {
            return;
        }
        var picture = holder.QuerySelector("img") ?? (IElement)holder.AppendChild(holder.Owner!.CreateElement("img"));
        picture.SetAttribute("src", "https://static.wixstatic.com/media/" + name.Value);
        picture.RemoveAttribute("srcset");
        if (!picture.HasAttribute("alt"))
        {
            picture.SetAttribute("alt", holder.GetAttribute("aria-label") ?? "");
        }
    }

    /// <summary>Page builders show a picture as what is behind nothing.</summary>
    private static void AddBackground(IElement shown, Uri page)
    {
        if (
            Background().Match(shown.GetAttribute("style")!).Groups["to"] is { Success: true, Value: var written }
            && shown.QuerySelector("img") is null
            && Uri.TryCreate(page, written, out var whole)
            && whole.Scheme is "http" or "https"
        )
        {
            var picture = shown.Owner!.CreateElement("img");
            picture.SetAttribute("src", whole.AbsoluteUri);
            picture.SetAttribute("alt", shown.GetAttribute("aria-label") ?? "");
            shown.Prepend(picture);
        }
    }

    private static string Link(Uri to, Uri page) =>
        to.Scheme is not ("http" or "https")
        || !SiteAddresses.IsSame(page, to)
        || MediaTypes.Of(to.AbsolutePath) is not null
            ? to.AbsoluteUri
        : to.AbsolutePath == page.AbsolutePath && to.Fragment.Length > 0 ? to.Fragment
        : to.PathAndQuery + to.Fragment;

    [GeneratedRegex(
        """
            "uri"\s*:\s*"(?<name>[\w~.%-]+)"
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex WixPicture();

    [GeneratedRegex(
        """background-image\s*:\s*url\(\s*["']?(?<to>[^"')]+)""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Background();
}
