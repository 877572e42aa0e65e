using KapFunctions.Proof.Tests.Support;
using KapFunctions.Publishing.Commits;
using KapFunctions.Storage.Index;
using KapFunctions.Testing.Faults;

namespace KapFunctions.Proof.Tests.Orders;

/// <summary>The same two files in a storage account, looked at by the app itself.</summary>
internal sealed class StoredSite(FaultyAccount account, Instance instance) : IAsyncDisposable
{
    /// <summary>Storage's times have no fractions: whatever comes after a look is to be later by its clock.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1_100);

    private Folder folder = new();
    private int time;

    public static async Task<StoredSite> StartAsync()
    {
        var account = await Given.NewAccountAsync();
        var instance = new Instance(account.DirectConnectionString);
        await instance.ReconcileAsync();
        return new(account, instance);
    }

    public async Task DoAsync(Edit edit)
    {
        var before = folder;
        folder = before.Copy();
        Assert.True(folder.TryDo(edit, ++time));
        foreach (var (path, file) in folder.Files.Where(file => file.Value != before.Files.GetValueOrDefault(file.Key)))
        {
            await instance.UploadAsync(path, file.Text);
        }

        foreach (var path in before.Files.Keys.Where(path => !folder.Files.ContainsKey(path)))
        {
            await instance.DeleteAsync(path);
        }
    }

    public async Task LookAsync(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            await instance.LookAtAsync(path, LookReason.Changed);
        }

        await Task.Delay(Tick);
    }

    public async Task<string> OutlineAsync() => OutlineOf((await IndexAudit.CheckAsync(instance)).Values);

    /// <summary>How each post stands, without what names its bytes.</summary>
    public static string OutlineOf(IEnumerable<PostRow> posts) =>
        string.Join(
            '\n',
            posts
                .OrderBy(post => post.Path, StringComparer.Ordinal)
                .Select(post =>
                    $"{post.Path} {post.Id} {post.State} {post.Metadata?.Slug} wants {post.WantedSlug} {post.WasSeen}"
                )
        );

    public async ValueTask DisposeAsync()
    {
        await instance.DisposeAsync();
        await account.DisposeAsync();
    }
}
