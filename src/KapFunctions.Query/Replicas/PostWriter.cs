using KapFunctions.Content;
using KapFunctions.Storage.Index;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Replicas;

/// <summary>Keeps the columns of published posts that lists, filters and addresses need.</summary>
internal sealed class PostWriter(SqliteConnection connection) : IDisposable
{
    private readonly BoundStatement add = new(
        connection,
        "insert into post values ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        13
    );
    private readonly BoundStatement remove = new(
        connection,
        "delete from post where kind = $0 and published_at = $1 and post = $2",
        3
    );
    private readonly BoundStatement addText = new(
        connection,
        $"insert into post_text values ({string.Join(", ", Enumerable.Range(0, TextValues).Select(i => "$" + i))})",
        TextValues
    );
    private readonly BoundStatement removeText = new(connection, "delete from post_text where post = $0", 1);
    private readonly BoundStatement addAlias = new(connection, "insert or ignore into alias values ($0, $1, $2)", 3);
    private readonly BoundStatement removeAlias = new(
        connection,
        "delete from alias where address = $0 and path = $1",
        2
    );
    private readonly BoundStatement addTitle = new(connection, "insert or ignore into title values ($0, $1, $2)", 3);
    private readonly BoundStatement removeTitle = new(
        connection,
        "delete from title where title = $0 and path = $1",
        2
    );

    private static int TextValues => 2 + (2 * Schema.TextColumns.Count);

    public void Add(PostRow row, long number)
    {
        var post = row.Metadata!;
        var publishedAt = row.PublishedAt!.Value;
        add.Run(
            (int)post.Kind,
            Instant.Of(publishedAt),
            number,
            Instant.Of(post.Expires),
            post.Featured,
            Instant.Of(row.FirstSeen),
            Instant.Of(post.Updated ?? publishedAt),
            post.ReadingTime,
            row.Id,
            post.Slug,
            row.Path,
            post.Title,
            SqliteText.Fold(post.Title)
        );
        AddText(row, number);
        foreach (var alias in post.Aliases)
        {
            addAlias.Run(Addresses.Normalize(alias), row.Path, number);
        }

        foreach (var name in Names(row))
        {
            addTitle.Run(name, row.Path, number);
        }
    }

    public void Remove(PostRow row, long number)
    {
        remove.Run((int)row.Metadata!.Kind, Instant.Of(row.PublishedAt!.Value), number);
        removeText.Run(number);
        foreach (var alias in row.Metadata.Aliases)
        {
            removeAlias.Run(Addresses.Normalize(alias), row.Path);
        }

        foreach (var name in Names(row))
        {
            removeTitle.Run(name, row.Path);
        }
    }

    public void Dispose()
    {
        BoundStatement[] own = [add, remove, addText, removeText, addAlias, removeAlias, addTitle, removeTitle];
        Array.ForEach(own, statement => statement.Dispose());
    }

    private void AddText(PostRow row, long number)
    {
        var post = row.Metadata!;
        string?[] texts =
        [
            post.CustomExcerpt,
            post.FeatureImage,
            post.FeatureImageAlt,
            post.FeatureImageCaption,
            post.CanonicalUrl,
            post.Share?.MetaTitle,
            post.Share?.MetaDescription,
            post.Share?.OgTitle,
            post.Share?.OgDescription,
            post.Share?.OgImage,
            post.Share?.TwitterTitle,
            post.Share?.TwitterDescription,
            post.Share?.TwitterImage,
        ];
        var values = new object?[TextValues];
        (values[0], values[1]) = (number, ContentIds.Uuid(row.Id));
        for (var i = 0; i < texts.Length; i++)
        {
            values[2 + (2 * i)] = texts[i];
            values[3 + (2 * i)] = texts[i] is { } text ? SqliteText.Fold(text) : null;
        }

        addText.Run(values);
    }

    /// <summary>What a wiki link may call the post: its title or its file's name.</summary>
    private static HashSet<string> Names(PostRow row) =>
        [SqliteText.Fold(row.Metadata!.Title), SqliteText.Fold(Path.GetFileNameWithoutExtension(row.Path))];
}
