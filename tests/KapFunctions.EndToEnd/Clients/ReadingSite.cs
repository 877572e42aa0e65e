using System.Net;
using KapFunctions.Testing;

namespace KapFunctions.EndToEnd.Clients;

/// <summary>
/// One site for all clients: what is in <c>content/</c>, and beside it the posts of the folder that the environment
/// variable KAP_CORPUS names.
/// </summary>
public sealed class ReadingSite : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private TestSite? site;

    /// <summary>The site.</summary>
    internal TestSite Site => site!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        site = await TestSite.StartAsync();
        var content = Path.Combine(NodeClients.Project, "content");
        var corpus = Environment.GetEnvironmentVariable("KAP_CORPUS");
        var files = Files(content, "").Concat(corpus is null ? [] : Files(corpus, "posts/corpus/")).ToList();
        await Parallel.ForEachAsync(
            files,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (file, _) => await site.UploadAsync(file.Path, BinaryData.FromStream(File.OpenRead(file.File)))
        );
        await site.WaitAsync("/api/settings", reply => reply.Body.Contains("Quiet practice"));
        await site.WaitAsync("/api/pages/about", HttpStatusCode.OK);
        var posts = files.Count(file => file.Path.StartsWith("posts/", StringComparison.Ordinal));
        await SettleAsync(posts);
    }

    /// <inheritdoc />
    public Task DisposeAsync() => Site.DisposeAsync().AsTask();

    /// <summary>Until every post has been looked at: some of a corpus may be drafts, broken or scheduled.</summary>
    private async Task SettleAsync(int posts)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var known = await Site.GetAsync("/api/editor/posts", ("x-functions-key", TestSite.FunctionKey));
            var seen = known.Json.GetProperty("posts").GetArrayLength();
            if (seen > posts)
            {
                return;
            }

            patience.Token.ThrowIfCancellationRequested();
            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        }
    }

    private static IEnumerable<(string File, string Path)> Files(string folder, string prefix) =>
        from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(folder, file).Replace('\\', '/')
        where name.EndsWith(".md", StringComparison.Ordinal) || name == "site.yaml"
        select (file, prefix + name);
}
