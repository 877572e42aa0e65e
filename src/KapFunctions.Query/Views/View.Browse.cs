using KapFunctions.Query.Filters;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query;

public sealed partial class View
{
    /// <summary>A page of the posts that <paramref name="query"/> asks for, and how many there are.</summary>
    public PostPage Browse(PostQuery query)
    {
        var plan = new PostPlan(query.Kind, query.Filter, new TermLookup(this), Now);
        var total = plan.Count(Number);
        var limit = query.Limit ?? query.MaxAll;
        var offset = (long)limit * (Math.Max(query.Page, 1) - 1);
        if (offset >= total || limit <= 0)
        {
            return new([], total);
        }

        var values = new SqlValues();
        var page = plan.Page(OrderRule.Read(query.Order, NqlFields.Posts), offset, limit, values);
        return new(Posts(Rows(page, row => row.GetInt64(0), values.All)), total);
    }

    private List<PostRow> Posts(IEnumerable<long> numbers)
    {
        using var find = new BoundStatement(connection, "select json from source where post = $0", 1);
        return [.. numbers.Select(number => (PostRow)RowWriter.Read((byte[])find.Scalar(number)!))];
    }
}
