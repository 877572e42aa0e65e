namespace KapFunctions.Storage.Files;

/// <summary>Who wrote a version of a file, and when, as the program says through which it was written. Whoever writes a blob by
/// itself says nothing, or anything.</summary>
/// <param name="At">In UTC, to the second.</param>
public sealed record FileWrite(string By, DateTimeOffset At);
