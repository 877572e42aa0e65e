namespace KapFunctions.Standalone.Screen;

/// <param name="Key">An owner's key; null for a configured one, a secret that no log should hold.</param>
/// <param name="KeyPlace">For a person to find.</param>
/// <param name="Took">From the start of the process until it listened.</param>
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

    public IEnumerable<string> Suggestions =>
        [
            $"curl '{Address}/api/posts?limit=3&fields=title,url'",
            $"curl -H 'x-functions-key: {Key ?? "…"}' {Address}/api/editor/problems",
        ];
}
