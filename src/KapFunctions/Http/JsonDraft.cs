using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>A list on its way to becoming an answer. A small one stays in memory; a large one grows into a temporary
/// file, so that no long list is ever in memory as a whole, and nothing is sent before all of it is there.</summary>
internal sealed class JsonDraft : IAsyncDisposable
{
    /// <summary>Bytes of the longest answer that is made, and may be kept, in memory.</summary>
    public const int MaxInMemory = 1 << 20;

    private readonly ArrayBufferWriter<byte> written = new(4096);
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private LargeAnswerFile? file;

    public JsonDraft() => Json = new(written, JsonAnswer.Options);

    public Utf8JsonWriter Json { get; }

    /// <summary>Writes an array of items one by one, as they come.</summary>
    public async ValueTask WriteItemsAsync(
        string name,
        IAsyncEnumerable<Action<Utf8JsonWriter>> items,
        CancellationToken cancellation
    )
    {
        Json.WriteStartArray(name);
        await foreach (var write in items.WithCancellation(cancellation))
        {
            write(Json);
            if (written.WrittenCount + Json.BytesPending > MaxInMemory)
            {
                await MoveToFileAsync(cancellation);
            }
        }

        Json.WriteEndArray();
    }

    public async ValueTask<IResult> FinishAsync(Lifetime lifetime, CancellationToken cancellation)
    {
        if (file is null)
        {
            await Json.FlushAsync(cancellation);
            return new AnswerResult(new(JsonAnswer.ContentType, written.WrittenSpan.ToArray()), lifetime);
        }

        await MoveToFileAsync(cancellation);
        var finished = file;
        file = null;
        return new LargeAnswerResult(finished, AnswerForm.TagOf(hash.GetHashAndReset())) { Lifetime = lifetime };
    }

    public async ValueTask DisposeAsync()
    {
        await Json.DisposeAsync();
        hash.Dispose();
        file?.Dispose();
    }

    private async ValueTask MoveToFileAsync(CancellationToken cancellation)
    {
        await Json.FlushAsync(cancellation);
        file ??= new();
        hash.AppendData(written.WrittenSpan);
        await file.AppendAsync(written.WrittenMemory, cancellation);
        written.ResetWrittenCount();
    }
}
