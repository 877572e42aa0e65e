using System.Runtime.CompilerServices;
using System.Xml;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace KapFunctions.Storage.Account;

/// <summary>A blob as a listing has it.</summary>
/// <param name="Size">How large it is, in bytes.</param>
public readonly record struct ListedBlob(string Name, ETag? ETag, long Size = 0);

/// <summary>Lists a container even where one name breaks the listing: Azurite answers an empty 500 as soon as a page holds a name
/// with a character such as U+0007. Then pages are halved until that name is the next one; it is found by asking which markers
/// lie before it, told of without its version, and stepped over. Of several such names all are stepped over, but those between
/// two of them may be missing until one is gone: who compares a listing looks before it believes.</summary>
public sealed class BlobListing(StorageClients clients, string container)
{
    private const int LargestPage = 5_000;

    /// <summary>https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata</summary>
    private const int LongestName = 1_024;

    /// <summary>Stands for the character and the rest of the name, which nobody can learn; the ending has it reported to the
    /// editor where it stands among the posts.</summary>
    private static readonly string Unknown = ListingRepairPolicy.Replacement + ".md";

    /// <summary>What breaks a listing sorts before it.</summary>
    private const char FirstReadable = ' ';

    /// <summary>Sorts behind all that a name may go on with.</summary>
    private const char Last = '\uFFFD';

    private readonly BlobContainerClient patient = clients.Blobs.GetBlobContainerClient(container);
    private readonly BlobContainerClient probing = clients.BlobsWithoutRetries.GetBlobContainerClient(container);

    public async IAsyncEnumerable<ListedBlob> ListAsync(
        string prefix,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        string? marker = "";
        for (var size = LargestPage; marker is not null; )
        {
            if (await TryReadAsync(prefix, marker, size, cancellation) is { } page)
            {
                foreach (var blob in page.Values)
                {
                    yield return new(blob.Name, blob.Properties.ETag, blob.Properties.ContentLength ?? 0);
                }

                marker = page.ContinuationToken is { Length: > 0 } next ? next : null;
                size = Math.Min(size * 2, LargestPage);
            }
            else if (size > 1)
            {
                size /= 2;
            }
            else
            {
                var known = await FindBrokenAsync(prefix, marker, cancellation);
                marker = known + FirstReadable;
                yield return new(known + Unknown, null);
            }
        }
    }

    /// <summary>A page; null where it cannot be listed, by a name in it.</summary>
    private async Task<Page<BlobItem>?> TryReadAsync(
        string prefix,
        string marker,
        int size,
        CancellationToken cancellation
    )
    {
        try
        {
            return await ReadAsync(probing, prefix, marker, size, cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status == 500 && string.IsNullOrEmpty(failure.ErrorCode))
        {
            return null;
        }
        catch (XmlException)
        {
            // An error without a document, which the SDK cannot read.
            return null;
        }
        catch (RequestFailedException)
        {
            return await ReadAsync(patient, prefix, marker, size, cancellation);
        }
    }

    private static async Task<Page<BlobItem>> ReadAsync(
        BlobContainerClient from,
        string prefix,
        string marker,
        int size,
        CancellationToken cancellation
    ) =>
        await from.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellation)
            .AsPages(marker.Length == 0 ? null : marker, size)
            .FirstAsync(cancellation);

    /// <summary>
    /// How far the name that breaks the listing behind <paramref name="marker"/> can be read: up to the character that no
    /// marker may hold either, since it comes back in the answer.
    /// </summary>
    private async Task<string> FindBrokenAsync(string prefix, string marker, CancellationToken cancellation)
    {
        if (await IsBeforeAsync(prefix + Last))
        {
            throw new RequestFailedException(500, $"The container {container} cannot be listed behind '{marker}'.");
        }

        var found = prefix;
        while (found.Length < LongestName && await IsBeforeAsync(found + FirstReadable))
        {
            found += await LargestBeforeAsync(found);
        }

        return found;

        // Asked twice, since storage may also fail for a moment.
        async Task<bool> IsBeforeAsync(string name) =>
            string.CompareOrdinal(name, marker) <= 0
            || (
                await TryReadAsync(prefix, name, 1, cancellation) is null
                && await TryReadAsync(prefix, name, 1, cancellation) is null
            );

        async Task<char> LargestBeforeAsync(string start)
        {
            var isLatin = !await IsBeforeAsync(start + '\u0080');
            var (before, behind) = isLatin ? ((int)FirstReadable, 0x80) : (0x80, 0xD800);
            while (behind - before > 1)
            {
                var middle = (before + behind) / 2;
                (before, behind) = await IsBeforeAsync(start + (char)middle) ? (middle, behind) : (before, middle);
            }

            return (char)before;
        }
    }
}
