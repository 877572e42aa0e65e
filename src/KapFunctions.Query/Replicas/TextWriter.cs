using KapFunctions.Query.Sqlite;
using KapFunctions.Query.Words;
using Microsoft.Data.Sqlite;

namespace KapFunctions.Query.Replicas;

/// <summary>Puts texts into the search and takes them out when no row shows them any more. The index holds no texts, so what is
/// taken out is told to it as it was put in: tokens come from what <c>doc</c> keeps, and nothing else.</summary>
internal sealed class TextWriter(SqliteConnection connection, Func<string, Stems> stems) : IDisposable
{
    private const string Columns = "title, tags, text, title_stems, tags_stems, text_stems";

    private readonly BoundStatement shownBy = new(connection, "select body from holder where key = $0", 1);
    private readonly BoundStatement show = new(connection, "insert or replace into holder values ($0, $1)", 2);
    private readonly BoundStatement hide = new(connection, "delete from holder where key = $0", 1);
    private readonly BoundStatement isShown = new(connection, "select 1 from holder where body = $0", 1);
    private readonly BoundStatement isThere = new(connection, "select 1 from doc where body = $0 and language = $1", 2);
    private readonly BoundStatement add = new(connection, "insert into doc values ($0, $1, $2, $3, $4)", 5);
    private readonly BoundStatement remove = new(connection, "delete from doc where body = $0", 1);
    private readonly BoundStatement index = new(
        connection,
        $"insert into search (rowid, {Columns}) values ($0, $1, $2, $3, $4, $5, $6)",
        7
    );
    private readonly BoundStatement unindex = new(
        connection,
        $"insert into search (search, rowid, {Columns}) values ('delete', $0, $1, $2, $3, $4, $5, $6)",
        7
    );

    public void Put(string key, SearchText? text)
    {
        var before = (long?)shownBy.Scalar(key);
        if (text is null)
        {
            hide.Run(key);
        }
        else
        {
            show.Run(key, text.Number);
            Add(text);
        }

        if (before is { } old && isShown.Scalar(old) is null)
        {
            Remove(old);
        }
    }

    public void Dispose()
    {
        BoundStatement[] own = [shownBy, show, hide, isShown, isThere, add, remove, index, unindex];
        Array.ForEach(own, statement => statement.Dispose());
    }

    private void Add(SearchText text)
    {
        if (isThere.Scalar(text.Number, text.Language) is not null)
        {
            return;
        }

        Remove(text.Number);
        add.Run(text.Number, text.Language, text.Title, text.Tags, text.Text);
        Tokenize(index, text);
    }

    private void Remove(long number)
    {
        if (Find(number) is { } text)
        {
            Tokenize(unindex, text);
            remove.Run(number);
        }
    }

    private SearchText? Find(long number)
    {
        using var find = connection.CreateCommand();
        find.CommandText = "select language, title, tags, text from doc where body = $0";
        find.Parameters.AddWithValue("$0", number);
        using var row = find.ExecuteReader();
        return row.Read() ? new(number, row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)) : null;
    }

    private void Tokenize(BoundStatement statement, SearchText text)
    {
        var language = stems(text.Language);
        var title = Tokens.OfTitle(text.Title, language);
        var tags = Tokens.Of(text.Tags, language);
        var body = Tokens.Of(text.Text, language);
        statement.Run(text.Number, title.Words, tags.Words, body.Words, title.Stems, tags.Stems, body.Stems);
    }
}
