using System.Globalization;
using System.Text.Json;
using KapFunctions.Content.Links;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Replicas;

internal sealed class RowWriter(SqliteConnection connection) : IDisposable
{
    private readonly TermWriter terms = new(connection);
    private readonly PostWriter posts = new(connection);
    private readonly FieldWriter fields = new(connection);
    private readonly BoundStatement findSource = new(connection, "select json from source where key = $0", 1);
    private readonly BoundStatement findNumber = new(connection, "select post from source where key = $0", 1);
    private readonly BoundStatement takenBy = new(connection, "select key from source where post = $0", 1);
    private readonly BoundStatement addSource = new(
        connection,
        "insert into source values ($0, $1, $2, $3, $4, $5, $6)",
        7
    );
    private readonly BoundStatement removeSource = new(connection, "delete from source where post = $0", 1);
    private readonly BoundStatement putDeparture = new(
        connection,
        "insert or replace into departure values ($0, $1, $2)",
        3
    );
    private readonly BoundStatement putMedia = new(connection, "insert or replace into media values ($0, $1, $2)", 3);
    private readonly BoundStatement removeMedia = new(connection, "delete from media where key = $0", 1);
    private readonly BoundStatement putTheme = new(connection, "insert or replace into theme values ($0, $1, $2)", 3);
    private readonly BoundStatement removeTheme = new(connection, "delete from theme where key = $0", 1);
    private readonly BoundStatement putRedirects = new(
        connection,
        "insert or replace into redirects values ($0, $1)",
        2
    );
    private readonly BoundStatement removeRedirects = new(connection, "delete from redirects where key = $0", 1);
    private readonly BoundStatement putUnknown = new(connection, "insert or replace into unknown values ($0, $1)", 2);
    private readonly BoundStatement removeUnknown = new(connection, "delete from unknown where key = $0", 1);
    private readonly BoundStatement removeDeparture = new(connection, "delete from departure where key = $0", 1);

    /// <summary>Null removes the row under <paramref name="key"/>.</summary>
    public void Put(string key, IndexRow? row)
    {
        removeUnknown.Run(key);
        switch (row)
        {
            case PostRow post:
                Remove(key);
                Add(key, post);
                break;
            case DepartureRow departure:
                putDeparture.Run(key, departure.Address, IndexRows.Write(departure));
                break;
            case MediaRow media:
                putMedia.Run(key, MediaNames.KeyOf(media.Path), IndexRows.Write(media));
                break;
            case ThemeRow theme:
                putTheme.Run(key, theme.Path, IndexRows.Write(theme));
                break;
            case RedirectsRow redirects:
                putRedirects.Run(key, IndexRows.Write(redirects));
                break;
            case SiteRow site:
                PutSite(site);
                break;
            case UnknownRow unknown:
                // What this program knew under the key is not so any more; the row is kept for the snapshot.
                Remove(key);
                putUnknown.Run(key, IndexRows.Write(unknown));
                break;
            case null:
                Remove(key);
                break;
        }
    }

    public void Add(string key, PostRow post)
    {
        var number = NumberFor(post.Id);
        addSource.Run(
            number,
            key,
            post.Path,
            post.Id,
            HasProblems(post),
            IndexRows.Write(post),
            Instant.Of(post.Metadata?.ReviewedFrom)
        );
        if (post is { State: PostState.Published, Metadata: not null })
        {
            posts.Add(post, number);
            terms.Add(post, number);
            fields.Add(post, number);
        }
    }

    /// <summary>Belongs before each commit: writes what was summed up in memory.</summary>
    public void Flush() => terms.Flush();

    /// <summary>Forgets what a transaction that was rolled back had added.</summary>
    public void Forget()
    {
        terms.Forget();
        fields.Forget();
    }

    public void Dispose()
    {
        terms.Dispose();
        posts.Dispose();
        fields.Dispose();
        BoundStatement[] own =
        [
            findSource,
            findNumber,
            takenBy,
            addSource,
            removeSource,
            putDeparture,
            removeDeparture,
            putMedia,
            removeMedia,
            putTheme,
            removeTheme,
            putRedirects,
            removeRedirects,
            putUnknown,
            removeUnknown,
        ];
        Array.ForEach(own, statement => statement.Dispose());
    }

    private void Remove(string key)
    {
        if (key == IndexKeys.Site)
        {
            fields.Declare(new());
            connection.Execute("delete from site");
        }
        else if (key == IndexKeys.Redirects)
        {
            removeRedirects.Run(key);
        }
        else if (IndexKeys.IsTheme(key))
        {
            removeTheme.Run(key);
        }
        else if (findSource.Scalar(key) is byte[] json)
        {
            var number = (long)findNumber.Scalar(key)!;
            if (Read(json) is PostRow { State: PostState.Published, Metadata: not null } post)
            {
                posts.Remove(post, number);
                terms.Remove(post, number);
                fields.Remove(post, number);
            }

            removeSource.Run(number);
        }
        else
        {
            removeDeparture.Run(key);
            removeMedia.Run(key);
        }
    }

    private void PutSite(SiteRow site)
    {
        fields.Declare(site.Settings);
        connection.Execute("delete from site");
        using var put = new BoundStatement(connection, "insert into site values ($0)", 1);
        put.Run(IndexRows.Write(site));
    }

    /// <summary>Decides between equal dates as Ghost does, by id: its beginning, which in Ghost's ids is a time, and its end, where
    /// they count; what lies between is the same for all of a process. Where it is taken, the next free number.</summary>
    private long NumberFor(string id)
    {
        var digits = id.Length > 15 ? id[..8] + id[^7..] : id;
        var number = long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var parsed)
            ? parsed
            : 0;
        while (takenBy.Scalar(number) is not null)
        {
            number++;
        }

        return number;
    }

    private static bool HasProblems(PostRow post) =>
        post.OpenErrors + post.Warnings > 0 || post.State is PostState.Waiting or PostState.Broken;

    /// <summary>A row as <c>source</c>, <c>departure</c> and <c>site</c> keep it.</summary>
    public static IndexRow Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, IndexJson.Default.IndexRow)
        ?? throw new InvalidDataException(
            "A row of the replica is empty; delete the replica's folder to load it anew."
        );
}
