using System.Collections.Concurrent;
using KapFunctions.Http;
using KapFunctions.Query;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery;

/// <summary>
/// Finished answers of one moment of the site: of one position of the log, and of one number of time boundaries passed.
/// The next moment begins empty, and so does a full cache: bodies are near by, and an answer is soon made again.
/// </summary>
public sealed class AnswerCache
{
    /// <summary>Bytes of answers that are kept.</summary>
    private const long MaxBytes = 64 << 20;

    /// <summary>Answers beyond this many bytes, compressed forms included, are made each time.</summary>
    private const int MaxAnswerBytes = 2 * JsonDraft.MaxInMemory;

    private Generation? current;

    /// <summary>The answer kept under <paramref name="key"/> for this moment; null where there is none.</summary>
    public Task<IResult>? Find(Moment moment, string key)
    {
        var generation = Volatile.Read(ref current);
        return generation?.Moment == moment && generation.Answers.TryGetValue(key, out var answer) ? answer : null;
    }

    /// <summary>Keeps an answer.</summary>
    public void Keep(Moment moment, string key, AnswerResult result)
    {
        var size = result.Answer.Size;
        if (size > MaxAnswerBytes)
        {
            return;
        }

        var generation = Volatile.Read(ref current);
        if (generation?.Moment != moment || Volatile.Read(ref generation.Bytes) > MaxBytes)
        {
            generation = new(moment);
            Volatile.Write(ref current, generation);
        }

        if (generation.Answers.TryAdd(key, Task.FromResult<IResult>(result)))
        {
            Interlocked.Add(ref generation.Bytes, size);
        }
    }

    private sealed class Generation(Moment moment)
    {
        public long Bytes;

        public Moment Moment => moment;

        /// <summary>Each as the finished task that functions return.</summary>
        public ConcurrentDictionary<string, Task<IResult>> Answers { get; } = new(StringComparer.Ordinal);
    }
}
