using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.TemporaryFiles;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Replicas;

/// <summary>
/// The texts of posts for searching, in a file beside the replica that is attached to its readers. Texts are named by the
/// bodies they come from, so they belong to any state that shows those bodies: a post whose text is not the one that is
/// online is not found.
/// </summary>
internal sealed class TextFile : IDisposable
{
    /// <summary>Where a snippet begins to be what was searched for; no text holds it.</summary>
    public const char MarkStart = '\u0001';

    /// <summary>Where it ends.</summary>
    public const char MarkEnd = '\u0002';

    private readonly Lock writing = new();
    private readonly SqliteConnection writer;
    private bool isDisposed;

    public TextFile(string path)
    {
        Path = path;
        writer = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString
        );
        PrivateFile.CreateEmpty(path);
        writer.Open();
        writer.Execute(
            """
            pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = off; pragma cache_size = -4096;
            create virtual table search using fts5 (
                title, tags, text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4');
            """
        );
    }

    public string Path { get; }

    /// <summary>The number that stands for a body's name.</summary>
    public static long NumberOf(string body) =>
        BitConverter.ToInt64(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(body)));

    /// <summary>Adds texts in one transaction; one that is there already stays, and none is added to a file that is gone.</summary>
    public void Add(IReadOnlyList<SearchText> texts)
    {
        lock (writing)
        {
            if (isDisposed)
            {
                return;
            }

            writer.Execute("begin immediate");
            try
            {
                using var find = new BoundStatement(writer, "select 1 from search_docsize where id = $0", 1);
                using var add = new BoundStatement(
                    writer,
                    "insert into search (rowid, title, tags, text) values ($0, $1, $2, $3)",
                    4
                );
                foreach (var text in texts.Where(text => find.Scalar(text.Number) is null))
                {
                    add.Run(text.Number, Plain(text.Title), Plain(text.Tags), Plain(text.Text));
                }

                writer.Execute("commit");
            }
            catch
            {
                writer.Execute("rollback");
                throw;
            }
        }
    }

    public void Dispose()
    {
        lock (writing)
        {
            isDisposed = true;
            writer.Dispose();
        }

        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(Path + suffix);
        }
    }

    private static string Plain(string text) => text.Replace(MarkStart, ' ').Replace(MarkEnd, ' ');
}

/// <summary>What is searched of a post.</summary>
/// <param name="Number">The number of its body's name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Tags">The names of its tags.</param>
/// <param name="Text">Its plain text.</param>
internal sealed record SearchText(long Number, string Title, string Tags, string Text);
