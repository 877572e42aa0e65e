using KapFunctions.Content.Text;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Replicas;

internal sealed class PostWriter(SqliteConnection connection) : IDisposable
{
    private readonly BoundStatement add = new(
        connection,
        "insert into post values ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        11
    );
    private readonly BoundStatement remove = new(
        connection,
        "delete from post where kind = $0 and published_at = $1 and post = $2",
        3
    );
    private readonly BoundStatement addText = new(
        connection,
        "insert into text_of values ($0, $1, $2, $3, $4, $5, $6)",
        7
    );
    private readonly BoundStatement removeText = new(
        connection,
        "delete from text_of where field = $0 and kind = $1 and published_at = $2 and post = $3",
        4
    );
    private readonly BoundStatement addOriginal = new(connection, "insert into original values ($0, $1, $2)", 3);
    private readonly BoundStatement removeOriginals = new(
        connection,
        "delete from original where field = $0 and post = $1",
        2
    );
    private readonly BoundStatement addAlias = new(connection, "insert or ignore into alias values ($0, $1, $2)", 3);
    private readonly BoundStatement removeAlias = new(
        connection,
        "delete from alias where address = $0 and path = $1",
        2
    );
    private readonly BoundStatement addTranslation = new(
        connection,
        "insert or ignore into translation values ($0, $1, $2)",
        3
    );
    private readonly BoundStatement removeTranslation = new(
        connection,
        "delete from translation where key = $0 and path = $1",
        2
    );
    private readonly BoundStatement addTitle = new(connection, "insert or ignore into title values ($0, $1, $2)", 3);
    private readonly BoundStatement removeTitle = new(
        connection,
        "delete from title where title = $0 and path = $1",
        2
    );

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
            Instant.Of(post.Updated ?? publishedAt),
            post.ReadingTime,
            row.Id,
            post.Slug,
            post.Title,
            TextFile.NumberOf(row.Body ?? row.Path)
        );
        AddTexts(row, number);
        foreach (var alias in post.Aliases)
        {
            addAlias.Run(Addresses.Normalize(alias), row.Path, number);
        }

        if (post.TranslationKey is { } original)
        {
            addTranslation.Run(original, row.Path, number);
        }

        foreach (var name in Names(row))
        {
            addTitle.Run(name, row.Path, number);
        }
    }

    public void Remove(PostRow row, long number)
    {
        remove.Run((int)row.Metadata!.Kind, Instant.Of(row.PublishedAt!.Value), number);
        RemoveTexts(row, number);
        foreach (var alias in row.Metadata.Aliases)
        {
            removeAlias.Run(Addresses.Normalize(alias), row.Path);
        }

        if (row.Metadata.TranslationKey is { } original)
        {
            removeTranslation.Run(original, row.Path);
        }

        foreach (var name in Names(row))
        {
            removeTitle.Run(name, row.Path);
        }
    }

    public void Dispose()
    {
        BoundStatement[] own =
        [
            add,
            remove,
            addText,
            removeText,
            addOriginal,
            removeOriginals,
            addAlias,
            removeAlias,
            addTranslation,
            removeTranslation,
            addTitle,
            removeTitle,
        ];
        Array.ForEach(own, statement => statement.Dispose());
    }

    private void AddTexts(PostRow row, long number)
    {
        var (kind, at, expires) = (
            (int)row.Metadata!.Kind,
            Instant.Of(row.PublishedAt!.Value),
            Instant.Of(row.Metadata.Expires)
        );
        foreach (var (field, text) in TextsOf(row).Index().Where(text => text.Item is not null))
        {
            var folded = SqliteText.Fold(text!);
            addText.Run(field, kind, at, number, expires, row.Metadata.Featured, folded);
            if (folded != text)
            {
                addOriginal.Run(field, number, text);
            }
        }
    }

    private void RemoveTexts(PostRow row, long number)
    {
        foreach (var (field, _) in TextsOf(row).Index().Where(text => text.Item is not null))
        {
            removeText.Run(field, (int)row.Metadata!.Kind, Instant.Of(row.PublishedAt!.Value), number);
            removeOriginals.Run(field, number);
        }
    }

    /// <summary>In the order of <see cref="Schema.Texts"/>.</summary>
    private static string?[] TextsOf(PostRow row)
    {
        var (post, share) = (row.Metadata!, row.Metadata!.Share);
        return
        [
            post.Title,
            ContentIds.Uuid(row.Id),
            post.CustomExcerpt,
            post.FeatureImage,
            post.FeatureImageAlt,
            post.FeatureImageCaption,
            post.CanonicalUrl,
            share?.MetaTitle,
            share?.MetaDescription,
            share?.OgTitle,
            share?.OgDescription,
            share?.OgImage,
            share?.TwitterTitle,
            share?.TwitterDescription,
            share?.TwitterImage,
        ];
    }

    /// <summary>What a wiki link may call the post: its title or its file's name.</summary>
    private static HashSet<string> Names(PostRow row) =>
        [SqliteText.Fold(row.Metadata!.Title), SqliteText.Fold(Path.GetFileNameWithoutExtension(row.Path))];
}
