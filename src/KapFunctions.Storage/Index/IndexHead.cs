using Azure;
using Azure.Data.Tables;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Index;

/// <summary>The head as this process last saw it. Where there is none, or a corrupt one, a new index begins: its head is made
/// first, then the history is read back under it, and only then anything else is committed.</summary>
internal sealed class IndexHead(StorageClients clients, IndexReader reader, IndexHistory history)
{
    private Stored<Head> last;
    private RowVersion? corrupt;

    /// <summary>Whether the next <see cref="ReadAsync"/> asks nobody.</summary>
    public bool IsRemembered => last.Value is not null;

    public async ValueTask<Stored<Head>> ReadAsync(CancellationToken cancellation)
    {
        if (last.Value is null)
        {
            last = await ReadOrMakeAsync(cancellation);
        }

        return last;
    }

    public void MoveTo(Head head, ETag? version) => last = new(head, version);

    public void Forget() => last = default;

    /// <summary>The log already has an entry where the head says that it ends. If nobody has moved the head meanwhile, it has
    /// been set back by hand, and its log is lost.</summary>
    public void Doubt()
    {
        corrupt = last.ETag;
        last = default;
    }

    private async Task<Stored<Head>> ReadOrMakeAsync(CancellationToken cancellation)
    {
        try
        {
            var found = await reader.ReadStoredHeadAsync(cancellation);
            if (found.Value is null || found.ETag == corrupt)
            {
                found = await MakeAsync(found.ETag, cancellation);
            }

            return found.Value is { Restoring: true } ? await history.RestoreAsync(found, cancellation) : found;
        }
        catch (RequestFailedException raced) when (raced.Status is 409 or 412)
        {
            return default;
        }
    }

    private async Task<Stored<Head>> MakeAsync(ETag? replaced, CancellationToken cancellation)
    {
        await clients.Index.CreateIfNotExistsAsync(cancellation);
        // The site's row may have outlived the head; whoever publishes renders under what it says.
        var site = (await reader.ReadSiteAsync(cancellation)).Value ?? new();
        var head = Head.New(site.Rendering);
        var entity = IndexEntity.From(head);
        var response = await (
            replaced is { } version
                ? clients.Index.UpdateEntityAsync(entity, version, TableUpdateMode.Replace, cancellation)
                : clients.Index.AddEntityAsync(entity, cancellation)
        );
        return new(head, response.Headers.ETag);
    }
}
