using System.Text.RegularExpressions;
using KapFunctions.Content.Text;

namespace KapFunctions.Importing.Sites;

/// <summary>Where lists of posts are here, which the site makes itself.</summary>
internal static partial class ListRedirects
{
    private const string Archive = "/archive/";

    public static bool IsList(Uri page) => List().IsMatch(page.AbsolutePath + "/");

    /// <param name="address">Of a tag, a category or an author, as a link has it.</param>
    public static bool IsTerm(string address) => Term().IsMatch(address.Split('?', '#')[0]);

    public static IEnumerable<(string From, string To)> Of(IEnumerable<Uri> lists, IEnumerable<PageText> texts)
    {
        var all = texts.ToArray();
        var tags = all.SelectMany(text => text.Tags).Select(Slug.From).ToHashSet(StringComparer.Ordinal);
        var authors = all.SelectMany(text => text.Authors).Select(Slug.From).ToHashSet(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            var path = Uri.UnescapeDataString(list.AbsolutePath);
            var to =
                Term().Match(path) is not { Success: true } term ? Archive
                : Slug.From(term.Groups["name"].Value) is var slug && term.Groups["author"].Success
                    ? authors.Contains(slug) ? $"/author/{slug}/"
                        : Archive
                : tags.Contains(slug) ? $"/tag/{slug}/"
                : Archive;
            if (to.Trim('/') != path.Trim('/'))
            {
                yield return (path, to);
            }
        }
    }

    [GeneratedRegex(
        @"/(tag|tags|category|categories|author|authors|page|hashtags|topic|topics)/[^/]|\A(/(blog|news|journal))?/(tags?|categor(y|ies)|authors?|topics?)/+\z|\A/(blog|posts|archives?|feed)/+\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex List();

    [GeneratedRegex(
        @"/((?<author>authors?)|tags?|category|categories|hashtags|topics?)/([^/]+/)*?(?<name>[^/]+?)(\.html?)?/?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Term();
}
