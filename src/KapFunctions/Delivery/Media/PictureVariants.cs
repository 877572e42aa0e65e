using System.Collections.Concurrent;
using KapFunctions.Pictures;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;

namespace KapFunctions.Delivery.Media;

/// <summary>Smaller forms of pictures: made when somebody first asks for one, and kept beside the rendered posts under
/// a name made of the picture's content. One is made at a time, since decoding takes memory; who asks for the same
/// waits for it.</summary>
public sealed class PictureVariants(MediaStore media) : IDisposable
{
    private readonly SemaphoreSlim scaling = new(1);
    private readonly ConcurrentDictionary<string, Lazy<Task<byte[]?>>> running = new(StringComparer.Ordinal);

    /// <summary>Null where the file has another version by now. Empty where the picture is broken behind its header;
    /// that is remembered too.</summary>
    public async Task<byte[]?> ReadAsync(MediaRow picture, int width, CancellationToken cancellation)
    {
        var name = MediaStore.VariantName(picture.Version!, width, PictureScaler.Version);
        return await media.ReadVariantAsync(name, cancellation)
            ?? await MakeOnceAsync(name, picture, width).WaitAsync(cancellation);
    }

    public void Dispose() => scaling.Dispose();

    // For all who ask: none of them may cancel it for the others.
    private Task<byte[]?> MakeOnceAsync(string name, MediaRow picture, int width) =>
        running
            .GetOrAdd(name, _ => new Lazy<Task<byte[]?>>(() => Task.Run(() => MakeAsync(name, picture, width))))
            .Value;

    private async Task<byte[]?> MakeAsync(string name, MediaRow picture, int width)
    {
        await scaling.WaitAsync();
        try
        {
            if (await media.ReadAsync(picture.Path, picture.SourceETag, CancellationToken.None) is not { } original)
            {
                return null;
            }

            var scaled = PictureScaler.Scale(original, width) ?? [];
            await media.PutVariantAsync(name, scaled, CancellationToken.None);
            return scaled;
        }
        finally
        {
            scaling.Release();
            running.TryRemove(name, out _);
        }
    }
}
