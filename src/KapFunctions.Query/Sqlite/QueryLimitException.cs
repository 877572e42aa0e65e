namespace KapFunctions.Query.Sqlite;

/// <summary>A question that takes more work than any honest one, such as a hundred text matches over all posts; asking again is no use.</summary>
public sealed class QueryLimitException : Exception
{
    public QueryLimitException()
        : base("This filter or order takes too much work; ask with fewer conditions, above all fewer text matches (~).")
    { }
}
