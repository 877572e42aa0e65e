using KapFunctions.Content.Text;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Terms;

/// <summary>Addresses of tags and authors that posts of one language have.</summary>
public sealed record TermsOfLanguage(IReadOnlySet<string> Tags, IReadOnlySet<string> Authors);

public static class TermLanguages
{
    /// <summary>Of visible posts without pages; internal tags among them.</summary>
    public static TermsOfLanguage TermsIn(this View view, string language)
    {
        var settings = view.Site.Settings;
        var found = view.Rows(
            $"""
            select distinct t.type, t.slug from posting p join term t on t.term = p.term
            where p.kind = 0 and t.type in ({(int)TermType.Tag}, {(int)TermType.Author})
                and {View.Visible} {LanguageLists.And(view, language)}
            """,
            row => (Type: (TermType)row.GetInt64(0), Slug: row.GetString(1)),
            view.NowInstant
        );
        return new(
            found
                .Where(term => term.Type == TermType.Tag)
                .Select(term => SiteAuthors.Tag(new("", term.Slug), settings).Slug)
                .ToHashSet(StringComparer.Ordinal),
            found
                .Where(term => term.Type == TermType.Author)
                .Select(term =>
                    term.Slug.Length == 0
                        ? SiteAuthors.Default(settings).Slug
                        : SiteAuthors.Author(new("", term.Slug), settings).Slug
                )
                .ToHashSet(StringComparer.Ordinal)
        );
    }
}
