namespace KapFunctions.Query.Sqlite;

/// <summary>What a posting is about.</summary>
internal enum TermType
{
    Tag,
    Author,
}
