namespace KapFunctions.Query.Sqlite;

internal enum TermType
{
    Tag,
    Author,
}
