using System.Globalization;
using System.Net;
using Azure.Storage.Blobs;
using KapFunctions.Settings;
using KapFunctions.Standalone.Hosting;
using KapFunctions.Storage.Account;
using KapFunctions.Testing;

namespace KapFunctions.Benchmarks.Restore;

/// <summary>One instance over an account of the emulator, and what is put into such an account.</summary>
internal sealed class DrillSite : IAsyncDisposable
{
    // The same for every instance, whatever its port.
    private const string PublicAddress = "https://www.example.org";

    private readonly StandaloneHost host;

    private DrillSite(StandaloneHost host)
    {
        this.host = host;
        Http = new(
            new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None }
        )
        {
            BaseAddress = host.BaseAddress,
        };
    }

    public HttpClient Http { get; }

    public static Task<string> NewAccountAsync() => SharedAzurite.NewAccountAsync();

    public static async Task<DrillSite> StartAsync(string account) =>
        new(
            await StandaloneHost.StartAsync(
                new()
                {
                    Urls = "http://127.0.0.1:0",
                    Settings = new Dictionary<string, string?>
                    {
                        [StorageNames.Connection] = account,
                        [SiteOptions.UrlSetting] = PublicAddress,
                        ["Editor:OwnerKey"] = "restore-drill-master",
                    },
                }
            )
        );

    /// <summary>The samples, and as many posts besides; each says its date itself.</summary>
    public static async Task FillAsync(StorageClients storage, string samples, int posts)
    {
        await storage.CreateMissingAsync();
        foreach (var file in Directory.EnumerateFiles(samples, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(samples, file).Replace('\\', '/');
            await storage.Content.GetBlobClient(path).UploadAsync(file, overwrite: true);
        }

        var start = new DateTime(2015, 1, 1, 9, 0, 0, DateTimeKind.Utc);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, posts),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (i, cancellation) =>
            {
                var date = start.AddDays(i).ToString("O", CultureInfo.InvariantCulture);
                var text =
                    $"---\ntitle: Drill {i}\ndate: {date}\nupdated: {date}\ntags: [drill, t{i % 7}]\n---\n\n"
                    + string.Join(
                        "\n\n",
                        Enumerable
                            .Range(0, 12)
                            .Select(p => $"## Part {p}\n\nA paragraph of post {i}, *written* for the drill.")
                    );
                await storage.Content.UploadBlobAsync($"posts/drill/{i}.md", BinaryData.FromString(text), cancellation);
            }
        );
    }

    public static async Task CopyAsync(BlobContainerClient from, BlobContainerClient to)
    {
        await foreach (var blob in from.GetBlobsAsync())
        {
            var bytes = (await from.GetBlobClient(blob.Name).DownloadContentAsync()).Value;
            await to.GetBlobClient(blob.Name)
                .UploadAsync(
                    bytes.Content,
                    new Azure.Storage.Blobs.Models.BlobUploadOptions
                    {
                        HttpHeaders = new() { ContentType = bytes.Details.ContentType },
                        Metadata = bytes.Details.Metadata,
                    }
                );
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.DisposeAsync();
    }
}
