namespace KapFunctions.Query.Nql;

/// <summary>A part of a filter.</summary>
internal abstract record NqlNode;

/// <summary>All of its parts hold; none of them holds always.</summary>
internal sealed record NqlAll(IReadOnlyList<NqlNode> Parts) : NqlNode;

/// <summary>One of its parts holds.</summary>
internal sealed record NqlAny(IReadOnlyList<NqlNode> Parts) : NqlNode;

/// <summary>What one field must be.</summary>
internal sealed record NqlCondition(NqlField Field, NqlOperator Operator, IReadOnlyList<NqlValue> Values) : NqlNode
{
    public NqlValue Value => Values[0];

    /// <summary>Whether it asks that there is nothing, or something. A null in a list asks for neither: it equals nothing, as in SQL.</summary>
    public bool IsAboutAbsence => Value is NqlValue.Null && Operator is not (NqlOperator.In or NqlOperator.NotIn);

    /// <summary>Whether it says which values are not meant.</summary>
    public bool IsNegated => Operator is NqlOperator.NotEqual or NqlOperator.NotIn;

    /// <summary>The same about the values that a negated one excludes.</summary>
    public NqlCondition Affirmed() =>
        Operator switch
        {
            NqlOperator.NotEqual => this with { Operator = NqlOperator.Equal },
            NqlOperator.NotIn => this with { Operator = NqlOperator.In },
            _ => this,
        };
}

internal enum NqlOperator
{
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    In,
    NotIn,
    Contains,
    NotContains,
    StartsWith,
    NotStartsWith,
    EndsWith,
    NotEndsWith,
}

/// <summary>A value as a filter writes it.</summary>
internal abstract record NqlValue
{
    public sealed record Null : NqlValue;

    public sealed record Boolean(bool Value) : NqlValue;

    public sealed record Number(double Value) : NqlValue;

    public sealed record Text(string Value) : NqlValue;

    public sealed record Instant(DateTimeOffset Value) : NqlValue;

    public sealed record Relative(RelativeDate Value) : NqlValue;
}
