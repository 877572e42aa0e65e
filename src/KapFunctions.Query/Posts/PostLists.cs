using KapFunctions.Query.Filters;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Posts;

public static class PostLists
{
    /// <exception cref="QueryLimitException">It took too much work.</exception>
    public static PostPage Browse(this View view, PostQuery query)
    {
        view.NoteList(query);
        var plan = PlanOf(view, query);
        var limit = query.Limit ?? query.MaxAll;
        var offset = (long)limit * (Math.Max(query.Page, 1) - 1);
        if (limit <= 0)
        {
            return new([], plan.Count(view.Number));
        }

        var total = plan.IsScan ? (long?)null : plan.Count(view.Number);
        var numbers = offset >= total ? [] : Page(view, plan, offset, limit);
        var posts = view.Posts(numbers);
        return new(posts, total ?? Total(view, plan, offset, limit, posts, numbers));
    }

    /// <summary>One by one, for who passes through many and keeps none: <paramref name="count"/> of them at most.</summary>
    public static IEnumerable<PostRow> Walk(this View view, PostQuery query, long offset, int count)
    {
        view.NoteList(query);
        var numbers = Page(view, PlanOf(view, query), offset, count);
        using var find = new BoundStatement(view.Connection, "select json from source where post = $0", 1);
        foreach (var number in numbers)
        {
            if (find.Scalar(number) is byte[] json)
            {
                yield return view.PostOf(json);
            }
        }
    }

    private static QueryPlan PlanOf(View view, PostQuery query) =>
        new(
            query.Kind,
            query.Filter,
            query.Order,
            new TermLookup(view),
            new OwnFieldLookup(view, placeholder => view.ResolvePlaceholder(placeholder)?.Slug)
        );

    private static List<long> Page(View view, QueryPlan plan, long offset, int limit)
    {
        var values = new SqlValues();
        var (part, from) = plan.PlanOfPage(offset, limit, view.Number);
        return view.Rows(part.Page(from, limit, values), row => row.GetInt64(0), values.All);
    }

    /// <summary>What was skipped, what is on the page, and what follows.</summary>
    private static long Total(View view, QueryPlan plan, long offset, int limit, List<PostRow> page, List<long> numbers)
    {
        if (page.Count < limit && (page.Count > 0 || offset == 0))
        {
            return offset + page.Count;
        }

        if (page.Count == 0)
        {
            return plan.Count(view.Number);
        }

        return offset + page.Count + plan.CountAfter(page[^1], numbers[^1], view.Number);
    }
}
