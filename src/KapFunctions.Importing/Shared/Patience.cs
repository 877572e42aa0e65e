namespace KapFunctions.Importing.Shared;

/// <summary>A text may hold thousands of beginnings without an end, each of which a pattern follows to the last letter; what takes
/// longer than this is carried over as it stands.</summary>
internal static class Patience
{
    public const int Milliseconds = 1000;

    public const string Lost = "its template code is too tangled to be read, so its text was carried over as it stands";
}
