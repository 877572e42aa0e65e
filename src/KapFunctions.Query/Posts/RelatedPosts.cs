using System.Text.RegularExpressions;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Posts;

public static partial class RelatedPosts
{
    /// <summary>Newest posts looked at for each tag, and of the whole site.</summary>
    private const int RelatedCandidates = 40;

    /// <summary>Posts that share tags first, rare tags weighing more; among equals those that share words in title and summary; then
    /// the newest. Posts that share nothing are not related.</summary>
    public static IReadOnlyList<PostRow> Related(this View view, PostRow post, int count)
    {
        var weights = (post.Metadata?.Tags ?? [])
            .Select(tag => tag.Slug)
            .Distinct()
            .ToDictionary(slug => slug, slug => WeightOf(view, slug));
        var words = WordsOf(post);
        view.Depends.NoteOrder();
        IReadOnlyList<PostRow> related =
        [
            .. Candidates(view, post, weights.Keys)
                .Where(other => other.Path != post.Path)
                .Select(other =>
                    (
                        Post: other,
                        Tags: other.Metadata!.Tags.Select(tag => tag.Slug).Distinct().Sum(weights.GetValueOrDefault),
                        Words: WordsOf(other).Count(words.Contains)
                    )
                )
                .Where(other => other.Tags > 0 || other.Words > 1)
                .OrderByDescending(other => other.Tags)
                .ThenByDescending(other => other.Words)
                .ThenByDescending(other => other.Post.PublishedAt)
                .ThenBy(other => other.Post.Path, StringComparer.Ordinal)
                .Take(count)
                .Select(other => other.Post),
        ];
        foreach (var shown in related)
        {
            view.Depends.Note(shown, view.Now);
        }

        return related;
    }

    /// <summary>A tag says less the more posts have it.</summary>
    private static double WeightOf(View view, string tag) =>
        1 / Math.Log(2 + view.Number("select posts from term where type = $0 and slug = $1", TermType.Tag, tag));

    private static List<PostRow> Candidates(View view, PostRow post, IEnumerable<string> tags)
    {
        var newest = $"""
            p.kind = 0 and {View.Visible} {LanguageLists.And(
                view,
                view.LanguageOf(post)
            )} order by p.published_at desc, p.post desc limit $1
            """;
        var numbers = view.Rows(
            $"select p.post from post p where {newest}",
            row => row.GetInt64(0),
            view.NowInstant,
            RelatedCandidates
        );
        foreach (var tag in tags)
        {
            numbers.AddRange(
                view.Rows(
                    $"select p.post from posting p where p.term = (select term from term where type = 0 and slug = $2) and {newest}",
                    row => row.GetInt64(0),
                    view.NowInstant,
                    RelatedCandidates,
                    tag
                )
            );
        }

        return view.Posts(numbers.Distinct(), view.UnshownPostOf);
    }

    private static HashSet<string> WordsOf(PostRow post) =>
        [
            .. Word()
                .Matches(SqliteText.Fold($"{post.Metadata?.Title} {post.Metadata?.Excerpt}"))
                .Select(word => word.Value),
        ];

    /// <summary>Shorter words say little about what a text is about.</summary>
    [GeneratedRegex(@"\w{5,}")]
    private static partial Regex Word();
}
