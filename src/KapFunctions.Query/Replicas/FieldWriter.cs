using System.Text.Json;
using KapFunctions.Content.OwnFields;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Replicas;

/// <summary>The values of the fields that the site declares. What it does not declare has no row, so no filter finds it. When the
/// declarations change, the rows of what changed are made anew from what the posts' rows keep of their heads.</summary>
internal sealed class FieldWriter(SqliteConnection connection) : IDisposable
{
    private readonly BoundStatement add = new(
        connection,
        "insert or replace into field_of values ($0, $1, $2, $3, $4, $5, $6, $7, $8)",
        9
    );
    private readonly BoundStatement remove = new(
        connection,
        "delete from field_of where name = $0 and kind = $1 and published_at = $2 and post = $3",
        4
    );

    private SiteSettings? declared;
    private OwnFieldReader? reader;

    public void Add(PostRow row, long number)
    {
        if (!Reader.IsEmpty && row.Metadata is { Written: not null } post)
        {
            Add(Reader.Read(row.Path, post), Place.Of(row, number));
        }
    }

    public void Remove(PostRow row, long number)
    {
        if (row.Metadata is { Written: not null })
        {
            var place = Place.Of(row, number);
            foreach (var field in Declared.Fields)
            {
                remove.Run(Spelling.Fold(field.Name), place.Kind, place.At, number);
            }
        }
    }

    /// <summary>Belongs before the new settings are written.</summary>
    public void Declare(SiteSettings settings)
    {
        var before = Declared;
        (declared, reader) = (settings, null);
        var zoneChanged = before.Rendering.TimeZone != settings.Rendering.TimeZone;
        var stays = before.Fields.Where(field => !zoneChanged && settings.Fields.Any(other => IsSame(field, other)));
        var staying = stays.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var field in before.Fields.Where(field => !staying.Contains(field.Name)))
        {
            using var clear = new BoundStatement(connection, "delete from field_of where name = $0", 1);
            clear.Run(Spelling.Fold(field.Name));
        }

        OwnField[] changed = [.. settings.Fields.Where(field => !staying.Contains(field.Name))];
        if (changed.Length > 0)
        {
            Fill(settings with { Fields = changed });
        }
    }

    /// <summary>Forgets what a transaction that was rolled back had declared.</summary>
    public void Forget() => (declared, reader) = (null, null);

    public void Dispose()
    {
        add.Dispose();
        remove.Dispose();
    }

    private SiteSettings Declared => declared ??= Stored();

    private OwnFieldReader Reader => reader ??= new(Declared);

    private SiteSettings Stored() =>
        connection.Scalar("select json from site") is byte[] json
            ? ((SiteRow)RowWriter.Read(json)).Settings
            : new SiteSettings();

    private static bool IsSame(OwnField one, OwnField other) =>
        one.Name == other.Name
        && (one.Type, one.IsList, one.OfPosts, one.OfPages) == (other.Type, other.IsList, other.OfPosts, other.OfPages)
        && one.Choices.SequenceEqual(other.Choices)
        && one.Tags.SequenceEqual(other.Tags);

    /// <summary>Of all posts that are online. Their JSON is read no further than to what heads say.</summary>
    private void Fill(SiteSettings changed)
    {
        var fields = new OwnFieldReader(changed);
        using var command = connection.CreateCommand();
        command.CommandText = """
            select p.kind, p.published_at, p.post, p.expires_at, p.featured, s.path,
                cast(s.json as text) -> '$.metadata.written', cast(s.json as text) -> '$.metadata.tags'
            from post p join source s on s.post = p.post
            where cast(s.json as text) -> '$.metadata.written' is not null
            """;
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var post = new PostMetadata
            {
                Title = "",
                Slug = "",
                Kind = (PostKind)rows.GetInt32(0),
                Written = JsonSerializer.Deserialize(rows.GetString(6), IndexJson.Default.IReadOnlyListWrittenField),
                Tags = rows.IsDBNull(7)
                    ? []
                    : JsonSerializer.Deserialize(rows.GetString(7), IndexJson.Default.IReadOnlyListTagReference) ?? [],
            };
            var expires = rows.IsDBNull(3) ? (long?)null : rows.GetInt64(3);
            Add(
                fields.Read(rows.GetString(5), post),
                new((int)post.Kind, rows.GetInt64(1), rows.GetInt64(2), expires, rows.GetBoolean(4))
            );
        }
    }

    private void Add(IReadOnlyList<OwnFieldValues> values, Place at)
    {
        foreach (var (field, all) in values)
        {
            var name = Spelling.Fold(field.Name);
            for (var position = 0; position < all.Count; position++)
            {
                var (value, folded) = ColumnsOf(all[position]);
                add.Run(name, at.Kind, at.At, at.Post, position, at.Expires, at.Featured, value, folded);
            }
        }
    }

    private static (object Value, string? Folded) ColumnsOf(OwnValue value) =>
        value switch
        {
            OwnValue.Number number => (number.Value, null),
            OwnValue.YesNo truth => (truth.Value ? 1 : 0, null),
            OwnValue.Moment moment => (Instant.Of(moment.At), null),
            OwnValue.Text text => (text.Value, SqliteText.Fold(text.Value)),
            OwnValue.Post post => (post.Placeholder, null),
            _ => throw new InvalidOperationException($"No column is made of {value.GetType().Name}."),
        };

    private readonly record struct Place(int Kind, long At, long Post, long? Expires, bool Featured)
    {
        public static Place Of(PostRow row, long number) =>
            new(
                (int)row.Metadata!.Kind,
                Instant.Of(row.PublishedAt!.Value),
                number,
                Instant.Of(row.Metadata.Expires),
                row.Metadata.Featured
            );
    }
}
