using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Replicas;

/// <summary>A term is named as most of its posts spell it; the uses of each spelling are summed up in memory and written once a
/// transaction.</summary>
internal sealed class TermWriter(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<(TermType, string), long> terms = [];
    private readonly Dictionary<(long Term, string Name), int> uses = [];
    private readonly BoundStatement find = new(connection, "select term from term where type = $0 and slug = $1", 2);
    private readonly BoundStatement add = new(
        connection,
        "insert into term (type, slug, id) values ($0, $1, $2) returning term",
        3
    );
    private readonly BoundStatement post = new(
        connection,
        "insert or ignore into posting values ($0, $1, $2, $3, $4, $5, $6)",
        7
    );
    private readonly BoundStatement unpost = new(
        connection,
        "delete from posting where term = $0 and kind = $1 and published_at = $2 and post = $3",
        4
    );
    private readonly BoundStatement spell = new(
        connection,
        """
        insert into spelling values ($0, $1, $2)
        on conflict do update set posts = posts + excluded.posts
        """,
        3
    );

    public void Add(PostRow row, long number) => Each(row, number, adding: true);

    public void Remove(PostRow row, long number) => Each(row, number, adding: false);

    /// <summary>Belongs before each commit.</summary>
    public void Flush()
    {
        foreach (var ((term, name), count) in uses)
        {
            spell.Run(term, name, count);
        }

        using var rename = new BoundStatement(
            connection,
            """
            update term set (name, name_folded, posts) = (
                select coalesce((select name from spelling where term = $0 order by posts desc, name limit 1), ''), '',
                       coalesce((select sum(posts) from spelling where term = $0), 0))
            where term = $0 returning name
            """,
            1
        );
        using var fold = new BoundStatement(connection, "update term set name_folded = $1 where term = $0", 2);
        foreach (var term in uses.Keys.Select(use => use.Term).Distinct())
        {
            fold.Run(term, SqliteText.Fold((string)rename.Scalar(term)!));
        }

        uses.Clear();
        connection.Execute("delete from spelling where posts <= 0");
    }

    /// <summary>Forgets what a transaction that was rolled back had added.</summary>
    public void Forget()
    {
        terms.Clear();
        uses.Clear();
    }

    public void Dispose()
    {
        foreach (var statement in new[] { find, add, post, unpost, spell })
        {
            statement.Dispose();
        }
    }

    private void Each(PostRow row, long number, bool adding)
    {
        Each(row, number, TermType.Tag, row.Metadata!.Tags, adding);
        IReadOnlyList<TagReference> authors = row.Metadata.Authors is { Count: > 0 } named ? named : [Nobody];
        Each(row, number, TermType.Author, authors, adding);
        if (row.Metadata.StatesLanguage)
        {
            var language = row.Metadata.Language;
            Each(row, number, TermType.Language, [new(language, language)], adding);
        }
    }

    private void Each(PostRow row, long number, TermType type, IReadOnlyList<TagReference> references, bool adding)
    {
        for (var position = 0; position < references.Count; position++)
        {
            var term = TermOf(type, references[position].Slug);
            var (kind, at, expires) = (
                KeyOf(row),
                Instant.Of(row.PublishedAt!.Value),
                Instant.Of(row.Metadata!.Expires)
            );
            var changed = adding
                ? post.Run(term, kind, at, number, expires, row.Metadata.Featured, position)
                : unpost.Run(term, kind, at, number);
            if (changed > 0)
            {
                var use = (term, references[position].Name);
                uses[use] = uses.GetValueOrDefault(use) + (adding ? 1 : -1);
            }
        }
    }

    private long TermOf(TermType type, string slug)
    {
        if (!terms.TryGetValue((type, slug), out var term))
        {
            var id = type == TermType.Tag ? ContentIds.OfTag(slug) : ContentIds.OfAuthor(slug);
            term = (long)(find.Scalar(type, slug) ?? add.Scalar(type, slug, id)!);
            terms[(type, slug)] = term;
        }

        return term;
    }

    private static int KeyOf(PostRow row) => (int)row.Metadata!.Kind;

    /// <summary>The author of posts that name none: whoever <c>site.yaml</c> names first when the answer is given.</summary>
    private static TagReference Nobody { get; } = new("", "");
}
