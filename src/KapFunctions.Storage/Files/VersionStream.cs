using System.Net.Http.Headers;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace KapFunctions.Storage.Files;

/// <summary>The version that was being read is no more: another took its place, or none.</summary>
public sealed class VersionGoneException(string name, Exception inner) : IOException($"{name} was replaced.", inner);

/// <summary>A blob as a stream that can be sought in. It is fetched piece by piece, and the first piece tells version and length
/// as well, so that a small blob costs one call. Bytes of two versions never come together, where that is asked for.</summary>
internal sealed class VersionStream : Stream
{
    /// <summary>Bytes that are fetched at a time.</summary>
    private const int PieceBytes = 1 << 20;

    private readonly BlobClient blob;
    private readonly BlobRequestConditions? conditions;
    private ReadOnlyMemory<byte> piece;
    private long pieceAt;

    private VersionStream(BlobClient blob, BlobDownloadResult first, bool mayChange)
    {
        this.blob = blob;
        (piece, Details) = (first.Content.ToMemory(), first.Details);
        conditions = mayChange ? null : new() { IfMatch = Details.ETag };
        Length = Details.ContentRange is { } range ? ContentRangeHeaderValue.Parse(range).Length!.Value : piece.Length;
    }

    /// <summary>What storage says of the version that was opened.</summary>
    public BlobDownloadDetails Details { get; }

    public override long Length { get; }

    public override long Position { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    /// <summary>Opens the version that stands there; <paramref name="mayChange"/> where every version has the same bytes.</summary>
    /// <exception cref="RequestFailedException">Among others 404, where there is none.</exception>
    public static async Task<VersionStream> OpenAsync(BlobClient blob, bool mayChange, CancellationToken cancellation)
    {
        try
        {
            var options = new BlobDownloadOptions { Range = new(0, PieceBytes) };
            return new(blob, await blob.DownloadContentAsync(options, cancellation), mayChange);
        }
        catch (RequestFailedException failure) when (failure.Status == 416)
        {
            // Of an empty blob there is no first byte.
            return new(blob, await blob.DownloadContentAsync(cancellation), mayChange);
        }
    }

    /// <exception cref="VersionGoneException">Another version took its place.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length || buffer.IsEmpty)
        {
            return 0;
        }

        if (Position < pieceAt || Position >= pieceAt + piece.Length)
        {
            (piece, pieceAt) = (await FetchAsync(Position, cancellationToken), Position);
        }

        var rest = piece[(int)(Position - pieceAt)..];
        var read = Math.Min(rest.Length, buffer.Length);
        rest[..read].CopyTo(buffer);
        Position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Current => Position + offset,
            SeekOrigin.End => Length + offset,
            _ => offset,
        };

    /// <summary>Storage is never waited for with a thread.</summary>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush() { }

    private async Task<ReadOnlyMemory<byte>> FetchAsync(long at, CancellationToken cancellation)
    {
        try
        {
            var options = new BlobDownloadOptions { Range = new(at, PieceBytes), Conditions = conditions };
            var response = await blob.DownloadContentAsync(options, cancellation);
            return response.Value.Content.ToMemory();
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412 or 416)
        {
            throw new VersionGoneException(blob.Name, failure);
        }
    }
}
