using KapFunctions.Standalone.Starting;

namespace KapFunctions.Standalone.Screen;

/// <summary>What a start has brought up.</summary>
/// <param name="Address">Where it listens.</param>
/// <param name="Content">Where its content comes from.</param>
/// <param name="Storage">Where its content is kept.</param>
/// <param name="Key">What opens its functions for editors.</param>
/// <param name="Took">Time from the start of the process until it listened.</param>
internal sealed record StartedSite(string Address, string Content, string Storage, LocalKey Key, TimeSpan Took)
{
    /// <summary>What opens the functions for editors. A key that somebody configured is a secret that no log should hold.</summary>
    public string KeyLine => Key.IsConfigured ? Key.Place : $"{Key.Value} (kept in {Key.Place})";

    /// <summary>Commands to try first.</summary>
    public IEnumerable<string> Suggestions =>
        [
            $"curl '{Address}/api/posts?limit=3&fields=title,url'",
            $"curl -H 'x-functions-key: {(Key.IsConfigured ? "…" : Key.Value)}' {Address}/api/editor/problems",
        ];
}
