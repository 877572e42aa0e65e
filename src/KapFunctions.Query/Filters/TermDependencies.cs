using KapFunctions.Content.Settings;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Filters;

/// <summary>What an answer that asks for a tag or an author depends on.</summary>
internal static class TermDependencies
{
    /// <summary>The tag or the author at an address, under every slug that posts may have for it.</summary>
    public static void NoteTerm(this View view, TermType type, string slug)
    {
        var site = view.Site.Settings;
        view.Depends.NoteTerms(
            type == TermType.Tag
                ? WrittenAs(slug, site.Tags.Where(tag => tag.Slug == slug).Select(tag => tag.NameSlug))
                    .Select(CacheTag.Tag)
                : WrittenAs(slug, AuthorSlugs(slug, site)).Select(CacheTag.Author)
        );
    }

    private static IEnumerable<string?> AuthorSlugs(string slug, SiteSettings site) =>
        site
            .Authors.Where(author => author.Slug == slug)
            .Select(author => author.NameSlug)
            .Concat(SiteAuthors.Default(site).Slug == slug ? [""] : []);

    private static IEnumerable<string> WrittenAs(string slug, IEnumerable<string?> others) =>
        others.OfType<string>().Append(slug).Distinct();
}
