namespace KapFunctions.Query.Sqlite;

internal enum TermType
{
    Tag,
    Author,

    /// <summary>Of posts that name it; the others are in the site's own.</summary>
    Language,
}
