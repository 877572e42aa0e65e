using KapFunctions.Http;

namespace KapFunctions.Reading;

/// <summary>The last few long lists of one state of the site, so that all who ask the same read one file.</summary>
internal sealed class LargeAnswers : IDisposable
{
    private const int MaxKept = 4;

    private readonly Lock gate = new();
    private readonly Dictionary<string, LargeAnswerResult> kept = new(StringComparer.Ordinal);
    private SiteState? state;

    /// <summary>Null where nobody has asked for it a moment ago.</summary>
    public LargeAnswerResult? Find(SiteState now, string key)
    {
        lock (gate)
        {
            return state == now && kept.TryGetValue(key, out var answer) ? answer.TryShare() : null;
        }
    }

    /// <summary>Keeps it for others, too.</summary>
    public LargeAnswerResult Keep(SiteState now, string key, LargeAnswerResult answer)
    {
        lock (gate)
        {
            if (state != now || kept.Count == MaxKept)
            {
                Drop();
                state = now;
            }

            if (answer.TryShare() is { } shared && !kept.TryAdd(key, shared))
            {
                shared.Dispose();
            }

            return answer;
        }
    }

    /// <summary>Their files go when those who read them are done.</summary>
    public void Drop()
    {
        lock (gate)
        {
            foreach (var answer in kept.Values)
            {
                answer.Dispose();
            }

            kept.Clear();
        }
    }

    public void Dispose() => Drop();
}
