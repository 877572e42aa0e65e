using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KapFunctions.Query.Replicas;

/// <summary>The site as readers see it at one moment, from one read transaction: two questions to one view never disagree. Drafts,
/// waiting, scheduled and expired posts are in it only where a member says so. For one caller at a time.</summary>
public sealed class View : IDisposable
{
    private readonly LeasedFile leased;
    private readonly Reader reader;
    private SiteRow? site;
    private bool isDisposed;

    internal View(LeasedFile leased, DateTimeOffset now)
    {
        this.leased = leased;
        Now = now;
        reader = leased.File.Readers.Rent();
        Connection.Execute("begin");
        Position = Rows("select epoch, sequence from head", row => new LogPosition(row.GetString(0), row.GetInt64(1)))
            .Single();
    }

    public DateTimeOffset Now { get; }

    /// <summary>Read inside its transaction.</summary>
    public LogPosition Position { get; }

    /// <summary>On what the answer depends that is made from it.</summary>
    public Dependencies Depends { get; } = new();

    /// <summary>The defaults where there is no <c>site.yaml</c>.</summary>
    public SiteRow Site =>
        site ??= Rows("select json from site", row => (SiteRow)Read(row, 0)).SingleOrDefault() ?? new SiteRow();

    public void Dispose()
    {
        Connection.Execute("commit");
        isDisposed = true;
        leased.File.Readers.Return(reader);
        leased.Release();
    }

    /// <summary>At <c>$0</c>, of the rows <c>p</c> of the table post or of a list of posts.</summary>
    internal const string Visible = "p.published_at <= $0 and (p.expires_at is null or p.expires_at > $0)";

    /// <exception cref="ObjectDisposedException">It was given back: somebody else may be reading with it.</exception>
    internal SqliteConnection Connection
    {
        get
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            return reader.Connection;
        }
    }

    internal TermCounts TermCounts => leased.TermCounts;

    internal RedirectCache Redirections => leased.Redirects;

    internal long NowInstant => Instant.Of(Now);

    /// <summary><paramref name="values"/> are $0, $1, ….</summary>
    /// <exception cref="QueryLimitException">It took too much work.</exception>
    internal List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params IReadOnlyList<object?> values)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Count; i++)
        {
            command.Parameters.AddWithValue($"${i}", SqliteText.OrNull(values[i]));
        }

        try
        {
            reader.BeginStatement();
            var rows = new List<T>();
            using var found = command.ExecuteReader();
            while (found.Read())
            {
                rows.Add(read(found));
            }

            return rows;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw new QueryLimitException();
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
            leased.File.IsDamaged = true;
            throw;
        }
    }

    internal long Number(string sql, params IReadOnlyList<object?> values) =>
        Rows(sql, row => row.IsDBNull(0) ? 0 : row.GetInt64(0), values).FirstOrDefault();

    internal static IndexRow Read(SqliteDataReader row, int column) => RowWriter.Read((byte[])row.GetValue(column));

    internal PostRow ReadPost(SqliteDataReader row) => PostOf((byte[])row.GetValue(0));

    internal PostRow PostOf(byte[] json)
    {
        var post = UnshownPostOf(json);
        Depends.Note(post, Now);
        return post;
    }

    /// <summary>One of those among which the answer chooses.</summary>
    internal PostRow UnshownPostOf(byte[] json) => ((PostRow)RowWriter.Read(json)).AsOf(Now);
}
