using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs.Models;
using KapFunctions.Proof.Tests.Support;
using KapFunctions.Publishing.Commits;
using KapFunctions.Query.Posts;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;
using KapFunctions.Testing;
using Xunit.Abstractions;

namespace KapFunctions.Proof.Tests;

/// <summary>
/// Experiment 8: 32 writers and 8 renderers on one slug. Each version holds its number, and each is written over the one
/// before, so that a checker can tell whether what readers saw ever went back.
/// </summary>
public sealed class WriterTests(ITestOutputHelper output)
{
    private const int Writers = 32;
    private const int Renderers = 8;
    private const string Path = "posts/a.md";
    private static readonly int Versions = Given.Size(representative: 64, full: 640);

    [Fact]
    public async Task Of_32_writers_and_8_renderers_on_one_slug_readers_see_only_the_way_forward()
    {
        output.WriteLine($"KAP_SEED={Given.Seed}");
        var account = await SharedAzurite.NewAccountAsync();
        var instances = Enumerable.Range(0, Renderers).Select(_ => new Instance(account)).ToArray();
        await instances[0].ReconcileAsync();
        await instances[0].PublishAsync(Path, TextOf(0));
        // A second file wants the same slug all the while.
        await instances[1].PublishAsync("posts/b.md", "---\nslug: a\n---\nAnother file");
        using var written = new CancellationTokenSource();
        var seen = new ConcurrentQueue<Seen>();
        var rendering = instances
            .Select((instance, number) => RenderAsync(instance, number, seen, written.Token))
            .ToArray();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(instances[writer % Renderers])));
        await written.CancelAsync();
        await Task.WhenAll(rendering);
        await instances[0].LookAtAsync(Path);

        var rows = await IndexAudit.CheckAsync(instances[0]);
        Assert.Equal(Versions, await VersionAsync(instances[0], rows[Path].Body!));
        Assert.Equal(PostState.Waiting, rows["posts/b.md"].State);
        CheckReaders(seen);
        await CheckLogAsync(instances[0]);
        output.WriteLine($"{seen.Count} looks at {seen.DistinctBy(one => one.Sequence).Count()} states");
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }
    }

    /// <summary>Writes versions over the one that stands there, until there are enough.</summary>
    private static async Task WriteAsync(Instance instance)
    {
        var blob = instance.Storage.Content.GetBlobClient(Path);
        while (true)
        {
            var read = await blob.DownloadContentAsync();
            var version = NumberIn(read.Value.Content.ToString()) + 1;
            if (version > Versions)
            {
                return;
            }

            try
            {
                var onlyOver = new BlobUploadOptions { Conditions = new() { IfMatch = read.Value.Details.ETag } };
                await blob.UploadAsync(BinaryData.FromString(TextOf(version)), onlyOver);
            }
            catch (RequestFailedException conflict) when (conflict.Status == 412)
            {
                // Another writer was first.
            }
        }
    }

    private static async Task RenderAsync(
        Instance instance,
        int number,
        ConcurrentQueue<Seen> seen,
        CancellationToken ending
    )
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await instance.LookAtAsync(Path);
            }
            catch (Exception failure) when (failure is PublishContentionException or TimeoutException)
            {
                // Bounded, as it is to be; a trigger would try again.
            }

            using var view = await instance.ReadAsync();
            var row = view.FindByPath(Path)!;
            seen.Enqueue(new(number, view.Position.Sequence, await VersionAsync(instance, row.Body!)));
        }
    }

    private static void CheckReaders(IReadOnlyCollection<Seen> seen)
    {
        foreach (var reader in seen.GroupBy(one => one.Reader))
        {
            var states = reader.ToList();
            Assert.All(
                states.Zip(states.Skip(1)),
                pair =>
                    Assert.True(
                        pair.First.Sequence <= pair.Second.Sequence && pair.First.Version <= pair.Second.Version
                    )
            );
        }

        Assert.All(seen.GroupBy(one => one.Sequence), state => Assert.Single(state.DistinctBy(one => one.Version)));
    }

    private static async Task CheckLogAsync(Instance instance)
    {
        var head = (await instance.Index.ReadHeadAsync(default))!;
        var last = -1;
        await foreach (var entry in instance.Index.ReadLogAsync(head.Epoch, after: 0, default))
        {
            if (
                entry.Rows.Select(change => change.Row).OfType<PostRow>().FirstOrDefault(row => row.Path == Path) is
                { Body: { } body }
            )
            {
                var version = await VersionAsync(instance, body);
                Assert.True(version >= last, $"version {version} was put online after {last}");
                last = version;
            }
        }
    }

    private static async Task<int> VersionAsync(Instance instance, string body) =>
        NumberIn((await instance.Get<RenderedStore>().ReadBodyAsync(body, default))!.PlainText);

    private static int NumberIn(string text) =>
        int.Parse(text.Trim().Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private static string TextOf(int version) => $"---\nslug: a\n---\nversion {version}";

    private sealed record Seen(int Reader, long Sequence, int Version);
}
