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

    /// <summary>Published posts, visible or not, whose texts are not among those that can be searched.</summary>
    internal List<long> WithoutText() =>
        Rows(
            "select post from post p where not exists (select 1 from text.search_docsize where id = p.body)",
            row => row.GetInt64(0)
        );

    /// <summary>The row of the file at <paramref name="path"/>, visible or not.</summary>
    internal PostRow? SourceAt(string path) =>
        Rows("select json from source where key = $0", ReadPost, IndexKeys.Post(path)).SingleOrDefault();

    /// <summary>The posts with <paramref name="numbers"/>; those that are gone are left out.</summary>
    internal List<PostRow> Posts(IEnumerable<long> numbers)
    {
        using var find = new BoundStatement(connection, "select json from source where post = $0", 1);
        return
        [
            .. numbers
                .Select(number => find.Scalar(number))
                .OfType<byte[]>()
                .Select(json => (PostRow)RowWriter.Read(json)),
        ];
    }
}
