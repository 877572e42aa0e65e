namespace KapFunctions.Query.Nql;

internal abstract record NqlNode;

/// <summary>Without parts it holds always.</summary>
internal sealed record NqlAll(IReadOnlyList<NqlNode> Parts) : NqlNode;

internal sealed record NqlAny(IReadOnlyList<NqlNode> Parts) : NqlNode;

internal sealed record NqlCondition(NqlField Field, NqlOperator Operator, IReadOnlyList<NqlValue> Values) : NqlNode
{
    public NqlValue Value => Values[0];

    /// <summary>Whether it asks for nothing, or something. A null in a list asks for neither: it equals nothing, as in SQL.</summary>
    public bool IsAboutAbsence => Value is NqlValue.Null && Operator is not (NqlOperator.In or NqlOperator.NotIn);

    public bool IsNegated => Operator is NqlOperator.NotEqual or NqlOperator.NotIn;

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

internal abstract record NqlValue
{
    public sealed record Null : NqlValue;

    public sealed record Boolean(bool Value) : NqlValue;

    public sealed record Number(double Value) : NqlValue;

    public sealed record Text(string Value) : NqlValue;

    public sealed record Instant(DateTimeOffset Value) : NqlValue;

    public sealed record Relative(RelativeDate Value) : NqlValue;
}
