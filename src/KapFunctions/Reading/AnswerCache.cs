using System.Collections.Concurrent;
using KapFunctions.Http;
using KapFunctions.Query.Replicas;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KapFunctions.Reading;

/// <summary>Of one state of the site. The next begins empty, as does a full cache: answers are soon made.</summary>
public sealed class AnswerCache
{
    private const long MaxBytes = 64 << 20;

    // Answers beyond this many bytes, compressed forms included, are made each time.
    private const int MaxAnswerBytes = 2 * JsonDraft.MaxInMemory;

    // What an answer takes beside its bytes: its objects, their locks, and its places in two dictionaries.
    private const int Overhead = 2_048;

    private const int AddressOverhead = 128;

    // Only attackers ask for longer ones: they are not kept, since their names would fill the memory.
    private const int MaxNameLength = 2_048;

    private Generation? current;

    /// <summary>As it was sent: the server knows it already, so it costs nothing.</summary>
    public static string? AddressOf(HttpContext context) => context.Features.Get<IHttpRequestFeature>()?.RawTarget;

    internal Task<IResult>? Find(SiteState state, string key) =>
        Of(state) is { } generation && generation.Answers.TryGetValue(key, out var answer) ? answer : null;

    internal IResult? FindByAddress(SiteState state, string address) =>
        Of(state) is { } generation && generation.Addresses.TryGetValue(address, out var answer) ? answer : null;

    /// <summary>Keeps an answer; returns what to send, so that its address is known from then on.</summary>
    internal IResult Keep(SiteState state, string key, AnswerResult result)
    {
        var size = result.Size + (key.Length * sizeof(char)) + Overhead;
        if (result.Answer.Size > MaxAnswerBytes || key.Length > MaxNameLength)
        {
            return result;
        }

        var generation = Of(state);
        if (generation is null || Volatile.Read(ref generation.Bytes) > MaxBytes)
        {
            generation = new(state);
            Volatile.Write(ref current, generation);
        }

        var kept = new KeptAnswer(result, generation);
        if (generation.Answers.TryAdd(key, Task.FromResult<IResult>(kept)))
        {
            Interlocked.Add(ref generation.Bytes, size);
        }

        return kept;
    }

    private Generation? Of(SiteState state) =>
        Volatile.Read(ref current) is { } generation && generation.State == state ? generation : null;

    private sealed class Generation(SiteState state)
    {
        public long Bytes;

        public SiteState State => state;

        /// <summary>Each as the finished task that functions return.</summary>
        public ConcurrentDictionary<string, Task<IResult>> Answers { get; } = new(StringComparer.Ordinal);

        /// <summary>By the addresses that were asked for: answered without a function.</summary>
        public ConcurrentDictionary<string, IResult> Addresses { get; } = new(StringComparer.Ordinal);
    }

    // An answer that notes where it was asked for.
    private sealed class KeptAnswer(AnswerResult result, Generation generation) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (
                AddressOf(httpContext) is { Length: <= MaxNameLength } address
                && Volatile.Read(ref generation.Bytes) <= MaxBytes
                && generation.Addresses.TryAdd(address, result)
            )
            {
                Interlocked.Add(ref generation.Bytes, (address.Length * sizeof(char)) + AddressOverhead);
            }

            return result.ExecuteAsync(httpContext);
        }
    }
}
