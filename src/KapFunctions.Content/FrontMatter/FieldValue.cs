using KapFunctions.Content.Problems;

namespace KapFunctions.Content.FrontMatter;

internal abstract record FieldValue(Position At);

/// <summary>A text, number, date or switch. Only <see cref="Quoted"/> tells the text "true" from the switch.</summary>
internal sealed record ScalarValue(Position At, string Text, bool Quoted) : FieldValue(At)
{
    public bool IsNull => !Quoted && Text is "" or "~" or "null" or "Null" or "NULL";
}

internal sealed record ListValue(Position At, IReadOnlyList<FieldValue> Items) : FieldValue(At);

internal sealed record MapValue(Position At, IReadOnlyList<Field> Fields) : FieldValue(At)
{
    public static readonly MapValue Empty = new(Position.Start, []);
}

/// <summary>What no reading makes sense of breaks the file only where it is asked for.</summary>
internal sealed record BrokenValue(Position At, ProblemKind Kind, string Format, string Reason) : FieldValue(At);

internal sealed record Field(string Key, Position At, FieldValue Value);
