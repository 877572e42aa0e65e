using KapFunctions.Content.Problems;

namespace KapFunctions.Content.FrontMatter;

/// <summary>A value in front matter, whatever the format it was written in.</summary>
internal abstract record FieldValue(Position At);

/// <summary>A text, number, date or switch. Only <see cref="Quoted"/> tells the text "true" from the switch.</summary>
internal sealed record ScalarValue(Position At, string Text, bool Quoted) : FieldValue(At)
{
    public bool IsNull => !Quoted && Text is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>Values in an order.</summary>
internal sealed record ListValue(Position At, IReadOnlyList<FieldValue> Items) : FieldValue(At);

/// <summary>Values by name.</summary>
internal sealed record MapValue(Position At, IReadOnlyList<Field> Fields) : FieldValue(At)
{
    public static readonly MapValue Empty = new(Position.Start, []);
}

/// <summary>
/// A value that no reading makes sense of. Nobody knows what it was to say, so it breaks the file where it is asked for;
/// where nobody asks for it, nothing depends on it.
/// </summary>
internal sealed record BrokenValue(Position At, ProblemKind Kind, string Format, string Reason) : FieldValue(At);

/// <summary>A named value.</summary>
internal sealed record Field(string Key, Position At, FieldValue Value);
