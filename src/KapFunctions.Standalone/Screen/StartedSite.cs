namespace KapFunctions.Standalone.Screen;

/// <summary>What a start has brought up.</summary>
/// <param name="Address">Where it listens.</param>
/// <param name="Content">Where its content comes from.</param>
/// <param name="Storage">Where its content is kept.</param>
/// <param name="Key">
/// What opens its functions for editors; null for a key that somebody configured, a secret that no log should hold.
/// </param>
/// <param name="KeyPlace">Where that key is kept, for a person to find.</param>
/// <param name="Took">Time from the start of the process until it listened.</param>
internal sealed record StartedSite(
    string Address,
    string Content,
    string Storage,
    string? Key,
    string KeyPlace,
    TimeSpan Took
)
{
    public string KeyLine => Key is null ? KeyPlace : $"{Key} (kept in {KeyPlace})";

    /// <summary>Commands to try first.</summary>
    public IEnumerable<string> Suggestions =>
        [
            $"curl '{Address}/api/posts?limit=3&fields=title,url'",
            $"curl -H 'x-functions-key: {Key ?? "…"}' {Address}/api/editor/problems",
        ];
}
