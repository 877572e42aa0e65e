using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Nql;

internal enum NqlFieldType
{
    Text,
    Number,
    Boolean,
    Instant,

    /// <summary>A property of the tags or authors of a post.</summary>
    Related,

    /// <summary>What the API forces and so drops from filters, as Ghost does: <c>status</c>.</summary>
    Forced,
}

/// <summary>Where a column lives: narrower tables are read faster.</summary>
internal enum NqlSource
{
    /// <summary>In every table that a post query may start from.</summary>
    Narrow,

    /// <summary>In the narrow index over all posts.</summary>
    Visible,

    Post,

    /// <summary>In a list of its own, of the posts that have it.</summary>
    Text,

    /// <summary>Only in the row's JSON.</summary>
    Source,

    /// <summary>Nowhere: the same for all.</summary>
    Constant,
}

/// <summary>A field that filters and orders may name.</summary>
/// <param name="Name">As the filter writes it.</param>
/// <param name="Type">How its values compare.</param>
/// <param name="Column">The column, or an expression where it is in no table or in the JSON.</param>
/// <param name="Source">Where the column lives.</param>
internal sealed record NqlField(string Name, NqlFieldType Type, string Column, NqlSource Source)
{
    /// <summary>A column with the same text in lower case; null where the column is compared by LIKE.</summary>
    public string? Folded { get; init; }

    /// <summary>
    /// Whether a post without it differs from every value. Elsewhere a missing value differs from nothing, as in SQL; these
    /// Ghost looks up in a table beside the posts, and takes those that are not found there.
    /// </summary>
    public bool MissingDiffers { get; init; }

    /// <summary>For a related field: tags or authors.</summary>
    public TermType Relation { get; init; }

    /// <summary>For a related field: whether only the first tag or author counts.</summary>
    public bool FirstOnly { get; init; }
}
