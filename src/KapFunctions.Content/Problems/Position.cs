namespace KapFunctions.Content.Problems;

/// <summary>A place in a file, both counted from 1.</summary>
internal readonly record struct Position(int Line, int Column)
{
    public static readonly Position Start = new(1, 1);
}
