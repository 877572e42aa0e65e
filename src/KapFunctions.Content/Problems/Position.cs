namespace KapFunctions.Content.Problems;

/// <summary>A place in a file, both counted from 1.</summary>
public readonly record struct Position(int Line, int Column)
{
    /// <summary>Where a problem stands that is about the whole file.</summary>
    public static readonly Position Start = new(1, 1);
}
