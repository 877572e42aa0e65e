using KapFunctions.Query.Sqlite;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Replicas;

/// <summary>The texts for searching, in a file beside the replica that its readers attach. A text is named by its body: it belongs
/// to any state that shows this body, and a post is found only by the text that is online.</summary>
internal sealed class TextFile : IDisposable
{
    /// <summary>Marks around what was searched for, in snippets; no text holds them.</summary>
    public const char MarkStart = '\u0001';

    public const char MarkEnd = '\u0002';

    private readonly Lock writing = new();
    private readonly SqliteConnection writer;
    private bool isDisposed;

    public TextFile(string path)
    {
        Path = path;
        writer = SqliteText.Create(
            path,
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

    /// <summary>A text that is there already stays; a file that is gone takes none.</summary>
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
                writer.RollBack();
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

/// <summary><paramref name="Number"/> stands for the body's name; <paramref name="Tags"/> are names.</summary>
internal sealed record SearchText(long Number, string Title, string Tags, string Text);
