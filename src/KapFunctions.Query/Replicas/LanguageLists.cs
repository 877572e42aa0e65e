using System.Globalization;
using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Replicas;

/// <summary>The lists of posts that name a language, and which of the site's that is.</summary>
internal static class LanguageLists
{
    /// <summary>Stands for the list of the site's own language, which there is none of.</summary>
    public const long Own = -1;

    public static List<(long Term, string Language, long Posts)> All(View view)
    {
        var settings = view.Site.Settings;
        return
        [
            (Own, settings.Rendering.Language, 0),
            .. view.Rows(
                $"select term, slug, posts from term where type = {(int)TermType.Language} and posts > 0 order by slug",
                row => (row.GetInt64(0), settings.LanguageOf(row.GetString(1)) ?? row.GetString(1), row.GetInt64(2))
            ),
        ];
    }

    /// <summary>What the post <c>p</c> must also meet to stand among those in <paramref name="language"/>: SQL that begins with
    /// <c>and</c>; empty for null, which is any.</summary>
    public static string And(View view, string? language)
    {
        if (language is null)
        {
            return "";
        }

        var isOwn = language == view.Site.Settings.Rendering.Language;
        var terms = All(view).Where(one => one.Term != Own && one.Language == language != isOwn);
        var list = string.Join(", ", terms.Select(one => one.Term.ToString(CultureInfo.InvariantCulture)));
        return $"""
            and {(isOwn ? "not " : "")}exists (
                select 1 from posting l where l.term in ({list})
                    and l.kind = p.kind and l.published_at = p.published_at and l.post = p.post)
            """;
    }
}
