namespace KapFunctions.Query.Sqlite;

/// <summary>
/// A question would have taken more work than any honest one needs, such as a hundred text matches over all posts. The
/// asker is told so; asking again changes nothing.
/// </summary>
public sealed class QueryLimitException : Exception
{
    /// <summary>With the sentence that the asker reads.</summary>
    public QueryLimitException()
        : base("This filter or order takes too much work; ask with fewer conditions, above all fewer text matches (~).")
    { }
}
