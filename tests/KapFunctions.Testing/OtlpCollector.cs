using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Testing;

/// <summary>Takes what is sent over OTLP/HTTP in protobuf. https://opentelemetry.io/docs/specs/otlp/#otlphttp</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Message)> taken = new();
    private readonly WebApplication app;

    private OtlpCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("{*path}", TakeAsync);
    }

    public string Url => app.Urls.Single();

    public static async Task<OtlpCollector> StartAsync()
    {
        var collector = new OtlpCollector();
        await collector.app.StartAsync();
        return collector;
    }

    /// <summary>Waits until what has arrived is as expected.</summary>
    public async Task WaitAsync(Func<bool> isMet)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!isMet())
        {
            Assert.False(patience.IsCancellationRequested, $"Not among {taken.Count} messages.");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>The unit of a metric that has arrived; null where it has not.</summary>
    public string? UnitOf(string metric) =>
        taken
            .Where(one => one.Path == "/v1/metrics")
            .SelectMany(one => Fields(one.Message, 1))
            .SelectMany(resource => Fields(resource, 2))
            .SelectMany(scope => Fields(scope, 2))
            .Where(found => Fields(found, 1).Select(Encoding.UTF8.GetString).Contains(metric))
            .SelectMany(found => Fields(found, 3))
            .Select(Encoding.UTF8.GetString)
            .FirstOrDefault();

    /// <summary>Whether a message to <paramref name="path"/> has an attribute of this name and value (KeyValue: key 1, value 2 with text 1).</summary>
    public bool Has(string path, string name, string value)
    {
        var text = Text(1, value);
        byte[] attribute = [.. Text(1, name), 0x12, (byte)text.Length, .. text];
        return taken.Any(one => one.Path == path && one.Message.AsSpan().IndexOf(attribute) >= 0);
    }

    /// <summary>All that has arrived, as text: bytes that are none become something that no word holds.</summary>
    public string Everything() => string.Concat(taken.Select(one => Encoding.UTF8.GetString(one.Message) + "\n"));

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static byte[] Text(int field, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [(byte)((field << 3) | 2), (byte)bytes.Length, .. bytes];
    }

    /// <summary>The fields of this number that have a length. https://protobuf.dev/programming-guides/encoding/</summary>
    private static IEnumerable<byte[]> Fields(byte[] message, int wanted)
    {
        for (var at = 0; at < message.Length; )
        {
            var tag = Number(message, ref at);
            switch (tag & 7)
            {
                case 0:
                    Number(message, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 2:
                    var length = (int)Number(message, ref at);
                    if ((int)(tag >> 3) == wanted)
                    {
                        yield return message[at..(at + length)];
                    }

                    at += length;
                    break;
                default:
                    at += 4;
                    break;
            }
        }
    }

    private static ulong Number(byte[] message, ref int at)
    {
        var (number, shift) = (0UL, 0);
        byte next;
        do
        {
            next = message[at++];
            number |= (ulong)(next & 0x7F) << shift;
            shift += 7;
        } while (next >= 0x80);

        return number;
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var message = new MemoryStream();
        await request.Body.CopyToAsync(message);
        taken.Enqueue((request.Path, message.ToArray()));
        return Results.Bytes([], "application/x-protobuf");
    }
}
