using KapFunctions.Content.Settings;
using KapFunctions.Query.Sqlite;

namespace KapFunctions.Query.Nql;

internal enum NqlFieldType
{
    Text,
    Number,
    Boolean,
    Instant,

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

    /// <summary>A list of its own for each field that the site declares.</summary>
    Own,

    /// <summary>Only in the row's JSON.</summary>
    Source,

    /// <summary>Nowhere: the same for all.</summary>
    Constant,
}

/// <param name="Name">As the filter writes it.</param>
/// <param name="Type">How its values compare.</param>
/// <param name="Column">The column, or an expression where it is in no table or in the JSON.</param>
/// <param name="Source">Where the column lives.</param>
internal sealed record NqlField(string Name, NqlFieldType Type, string Column, NqlSource Source)
{
    /// <summary>The column in lower case; null where it is compared by LIKE.</summary>
    public string? Folded { get; init; }

    /// <summary>Ghost keeps these beside the posts, and a post without a value differs from every value; elsewhere from none, as in SQL.</summary>
    public bool MissingDiffers { get; init; }

    public TermType Relation { get; init; }

    public bool FirstOnly { get; init; }

    /// <summary>What the site declares of it; null for one that every site has.</summary>
    public OwnField? Own { get; init; }

    /// <summary>Of a list one value counts, whichever it is, so that there is no order; where another post is meant, its address is
    /// known only when somebody asks.</summary>
    public bool IsOrdered =>
        Type is not (NqlFieldType.Related or NqlFieldType.Forced)
        && Own is null or { IsList: false, Type: not OwnFieldType.Post };
}
