using System.Collections.Concurrent;
using System.Threading.Channels;

namespace KapFunctions.Standalone.Tests.Functions;

/// <summary>What functions did, for a test to wait for.</summary>
public sealed class Recorder
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Channel<string>> events = new();

    public void Add(string subject, string what) => Of(subject).Writer.TryWrite(what);

    public async Task<string> NextAsync(string subject) =>
        await Of(subject).Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public int CountOf(string subject) => Of(subject).Reader.Count;

    private Channel<string> Of(string subject) => events.GetOrAdd(subject, _ => Channel.CreateUnbounded<string>());
}
