using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Sites;

/// <summary>What readers of the old pages got, and what those of the new ones get of it.</summary>
internal sealed partial class SiteProof(ImportReport report)
{
    private static readonly HtmlParser Parser = new();

    private int pages;
    private int whole;

    /// <param name="old">Where it was.</param>
    /// <param name="html">The main text, as it was.</param>
    /// <param name="title">Of the new page, which may have stood in the old one's text.</param>
    /// <param name="written">Null where it could not be written.</param>
    /// <param name="pictures">How many came over, and how many there were.</param>
    public void Add(Uri old, string html, string title, WrittenPost? written, (int Shown, int Had) pictures)
    {
        pages++;
        if (written is null)
        {
            return;
        }
        var before = WordsOf(html);
        var after = WordsOf($"{title} {written.Html}");
        var same = before.Sum(word => Math.Min(word.Value, after.GetValueOrDefault(word.Key)));
        var all = before.Values.Sum();
        var links = LinksOf(html).Count(link => LeadsAway(link, old));
        var kept = Math.Min(links, LinksOf(written.Html).Count());
        whole += same == all && kept == links && pictures.Shown == pictures.Had ? 1 : 0;
        report.Add(
            old.PathAndQuery,
            string.Create(
                CultureInfo.InvariantCulture,
                $"is /{written.Slug} now, with {100.0 * same / Math.Max(1, all):0.#} % of its {all} words, {pictures.Shown} of {pictures.Had} pictures, {kept} of {links} links"
            )
        );
    }

    public void Tell() => report.AddResult($"{whole} of {pages} pages came over with all words, pictures and links");

    private static Dictionary<string, int> WordsOf(string html) =>
        Word()
            .Matches(WebUtility.HtmlDecode(Markup().Replace(WithinWords().Replace(html, ""), " ")))
            .GroupBy(word => word.Value, StringComparer.Ordinal)
            .ToDictionary(word => word.Key, word => word.Count(), StringComparer.Ordinal);

    private static IEnumerable<string> LinksOf(string html) =>
        Parser
            .ParseDocument(html)
            .QuerySelectorAll("a[href]")
            .Where(link => link.TextContent.Any(char.IsLetterOrDigit) || link.QuerySelector("img") is not null)
            .Select(link => link.GetAttribute("href")!.Trim());

    /// <summary>Systems leave empty addresses, and links from a page to itself.</summary>
    private static bool LeadsAway(string link, Uri page) =>
        link.Length > 0
        && Uri.TryCreate(page, link, out var whole)
        && (whole.Fragment.Length > 0 || whole.AbsoluteUri != page.AbsoluteUri);

    /// <summary>Colours of code, and marks of half a word.</summary>
    [GeneratedRegex("</?(a|b|code|em|i|mark|small|span|strong|u)\\b[^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex WithinWords();

    [GeneratedRegex("<[^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
