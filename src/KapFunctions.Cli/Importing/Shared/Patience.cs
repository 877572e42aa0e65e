namespace KapFunctions.Cli.Importing.Shared;

/// <summary>
/// How long a pattern is looked for in one text. A text may hold thousands of beginnings without an end, each of which is
/// followed to the last letter; what takes longer is carried over as it stands.
/// </summary>
internal static class Patience
{
    public const int Milliseconds = 1000;

    /// <summary>What is told of such a text.</summary>
    public const string Lost = "its template code is too tangled to be read, so its text was carried over as it stands";
}
