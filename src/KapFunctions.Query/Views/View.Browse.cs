using KapFunctions.Query.Filters;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Search;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query;

public sealed partial class View
{
    /// <summary>A page of the posts that <paramref name="query"/> asks for, and how many there are.</summary>
    /// <exception cref="QueryLimitException">It took too much work.</exception>
    public PostPage Browse(PostQuery query)
    {
        var plan = new QueryPlan(query, new TermLookup(this), Now);
        var limit = query.Limit ?? query.MaxAll;
        var offset = (long)limit * (Math.Max(query.Page, 1) - 1);
        if (limit <= 0)
        {
            return new([], plan.Count(Number));
        }

        var total = plan.IsScan ? (long?)null : plan.Count(Number);
        var numbers = offset >= total ? [] : Page(plan, offset, limit);
        var posts = Posts(numbers);
        return new(posts, total ?? Total(plan, offset, limit, posts, numbers));
    }

    /// <summary>Posts one by one, for who passes through many and keeps none: <paramref name="count"/> of them at most.</summary>
    public IEnumerable<PostRow> Walk(PostQuery query, long offset, int count)
    {
        var numbers = Page(new QueryPlan(query, new TermLookup(this), Now), offset, count);
        using var find = new BoundStatement(connection, "select json from source where post = $0", 1);
        foreach (var number in numbers)
        {
            if (find.Scalar(number) is byte[] json)
            {
                yield return PostOf(json);
            }
        }
    }

    private List<long> Page(QueryPlan plan, long offset, int limit)
    {
        var values = new SqlValues();
        return Rows(plan.Page(offset, limit, values), row => row.GetInt64(0), values.All);
    }

    /// <summary>The total after a page was found: what was skipped, what is on it, and what follows.</summary>
    private long Total(QueryPlan plan, long offset, int limit, List<PostRow> page, List<long> numbers)
    {
        if (page.Count < limit && (page.Count > 0 || offset == 0))
        {
            return offset + page.Count;
        }

        if (page.Count == 0)
        {
            return plan.Count(Number);
        }

        return offset + page.Count + plan.CountAfter(page[^1], numbers[^1], Number);
    }

    /// <summary>Published posts, visible or not, whose texts are not among those that can be searched.</summary>
    internal List<long> WithoutText() =>
        Rows(
            "select post from post p where not exists (select 1 from text.search_docsize where id = p.body)",
            row => row.GetInt64(0)
        );

    /// <summary>Whether the text of a body is among those that can be searched.</summary>
    internal bool HasText(string body) =>
        Rows("select 1 from text.search_docsize where id = $0", _ => true, TextFile.NumberOf(body)) is not [];

    /// <summary>The row of the file at <paramref name="path"/>, visible or not.</summary>
    public PostRow? SourceAt(string path) =>
        Rows("select json from source where key = $0", ReadPost, IndexKeys.Post(path)).SingleOrDefault();

    /// <summary>The posts with <paramref name="numbers"/>; those that are gone are left out.</summary>
    internal List<PostRow> Posts(IEnumerable<long> numbers)
    {
        using var find = new BoundStatement(connection, "select json from source where post = $0", 1);
        return [.. numbers.Select(number => find.Scalar(number)).OfType<byte[]>().Select(PostOf)];
    }
}
