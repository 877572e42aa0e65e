using System.Security.Cryptography;
using System.Text;
using KapFunctions.Query.Sqlite;
using KapFunctions.Query.Words;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Replicas;

/// <summary>The texts for searching, in a file beside the replica that its readers attach: those of what is online and no others,
/// since ranking counts all that is here. A text is named by its body: it belongs to any state that shows this body, and a
/// post is found only by the text that is online.</summary>
internal sealed class TextFile : IDisposable
{
    private readonly Lock writing = new();
    private readonly Dictionary<string, Stems> stems = [];
    private readonly SqliteConnection writer;
    private bool isDisposed;

    public TextFile(string path)
    {
        Path = path;
        writer = SqliteText.Create(
            path,
            $"""
            pragma page_size = 8192; {SqliteText.WriteAhead}
            create table doc (
                body integer primary key, language text not null, title text not null, tags text not null, text text not null);
            create table holder (key text primary key, body integer not null) without rowid;
            create index holder_body on holder (body);
            create virtual table search using fts5 (
                title, tags, text, title_stems, tags_stems, text_stems, content = '', tokenize = "{Tokens.Tokenizer}");
            create virtual table vocabulary using fts5vocab (search, row);
            """
        );
    }

    public string Path { get; }

    /// <summary>The number that stands for a body's name.</summary>
    public static long NumberOf(string body) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    /// <summary>What rows show now; a file that is gone takes nothing.</summary>
    public void Put(IReadOnlyList<ShownText> shown)
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
                using var texts = new TextWriter(writer, LanguageOf);
                foreach (var (key, text) in shown)
                {
                    texts.Put(key, text);
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

    private Stems LanguageOf(string language) =>
        stems.TryGetValue(language, out var known) ? known : stems[language] = new Stems(language);
}

/// <summary>The row under <paramref name="Key"/> shows <paramref name="Text"/>: none where it is not online.</summary>
internal sealed record ShownText(string Key, SearchText? Text);

/// <summary><paramref name="Number"/> stands for the body's name; <paramref name="Tags"/> are names; <paramref name="Language"/> is
/// that of the stems.</summary>
internal sealed record SearchText(long Number, string Language, string Title, string Tags, string Text);
