using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using KapFunctions.Standalone.Hosting;
using KapFunctions.Standalone.Invocation;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Testing;

/// <summary>A whole site: a storage account, a host over it, an editor who uploads, a website that reads.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    /// <summary>The key of an owner.</summary>
    public const string FunctionKey = "tests-function-key";

    private const string Problems = "/api/editor/problems";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StandaloneHost host;
    private readonly FailureLog failures;
    private readonly HttpClient http;

    private TestSite(StandaloneHost host, FailureLog failures, StorageClients storage, string connectionString)
    {
        this.host = host;
        this.failures = failures;
        ConnectionString = connectionString;
        Storage = storage;
        http = new(new OpenApiCheck(new SocketsHttpHandler { AllowAutoRedirect = false }))
        {
            BaseAddress = host.BaseAddress,
        };
    }

    /// <summary>Where its storage is, for a second instance beside it.</summary>
    public string ConnectionString { get; }

    /// <summary>The site's storage, as its editor sees it.</summary>
    public StorageClients Storage { get; }

    /// <summary>Where it answers.</summary>
    public Uri Address => host.BaseAddress;

    /// <summary>Its services.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Starts a host over an empty account, or over <paramref name="connectionString"/>, and waits until it is ready.</summary>
    public static async Task<TestSite> StartAsync(
        string? connectionString = null,
        Action<IServiceCollection>? configure = null,
        Dictionary<string, string?>? settings = null
    )
    {
        connectionString ??= await SharedAzurite.NewAccountAsync();
        var storage = StorageClients.FromConnectionString(connectionString);
        await storage.CreateMissingAsync();
        var failures = new FailureLog();
        var options = new StandaloneOptions();
        var host = await StandaloneHost.StartAsync(
            options with
            {
                Urls = "http://127.0.0.1:0",
                Settings = new Dictionary<string, string?>(settings ?? [])
                {
                    [StorageNames.Connection] = connectionString,
                    ["Editor:OwnerKey"] = FunctionKey,
                },
                BlobPollInterval = TimeSpan.FromMilliseconds(100),
                SharesAccount = false,
                ConfigureServices = configure,
                ConfigureFront = app =>
                {
                    app.Use(failures.WatchAsync);
                    options.ConfigureFront?.Invoke(app);
                },
                ConfigureLogging = logging => logging.AddProvider(failures),
            }
        );
        var site = new TestSite(host, failures, storage, connectionString);
        await site.WaitAsync("/api/health/ready", HttpStatusCode.OK);
        return site;
    }

    /// <summary>Uploads a file as any storage tool does.</summary>
    public Task UploadAsync(string path, string text) => UploadAsync(path, BinaryData.FromString(text));

    /// <summary>Uploads a file as any storage tool does.</summary>
    public async Task UploadAsync(string path, BinaryData bytes) =>
        await Storage.Content.GetBlobClient(path).UploadAsync(bytes, overwrite: true);

    /// <summary>Uploads under a name exactly as given, which the SDK would rewrite.</summary>
    public async Task UploadRawAsync(string escapedPath, string text)
    {
        var address = Storage.Content.GenerateSasUri(
            BlobContainerSasPermissions.Write | BlobContainerSasPermissions.Create,
            DateTimeOffset.UtcNow.AddHours(1)
        );
        var port = address.Port;
        var target = $"{address.AbsolutePath}/{escapedPath}{address.Query}";
        using var client = new TcpClient("127.0.0.1", port);
        await using var stream = client.GetStream();
        var request =
            $"PUT {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nx-ms-blob-type: BlockBlob\r\n"
            + $"Content-Length: {Encoding.UTF8.GetByteCount(text)}\r\nConnection: close\r\n\r\n{text}";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(stream);
        var reply = await reader.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 201", reply);
    }

    /// <summary>What stands in storage.</summary>
    public async Task<string> TextOfAsync(string path) =>
        (await Storage.Content.GetBlobClient(path).DownloadContentAsync()).Value.Content.ToString();

    /// <summary>Deletes a file as any storage tool does.</summary>
    public async Task DeleteAsync(string path) => await Storage.Content.GetBlobClient(path).DeleteAsync();

    /// <summary>Reads as a website does, with a conditional header where one is given.</summary>
    public async Task<Reply> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, headers);
    }

    /// <summary>Reads something that is no text.</summary>
    public async Task<(Reply Reply, byte[] Bytes)> GetBytesAsync(
        string path,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request);
        return (await Reply.ReadAsync(response), await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Sends any request.</summary>
    public async Task<Reply> SendAsync(HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request);
        return await Reply.ReadAsync(response);
    }

    /// <summary>Reads until the answer is as expected; fails with the last answer when that takes too long.</summary>
    public Task<Reply> WaitAsync(string path, HttpStatusCode status) =>
        WaitAsync(path, reply => reply.Status == (int)status);

    /// <summary>Reads until the answer is as expected; fails with the last answer when that takes too long.</summary>
    public async Task<Reply> WaitAsync(string path, Func<Reply, bool> isExpected)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var reply = await GetAsync(path, ("x-functions-key", FunctionKey));
            if (isExpected(reply))
            {
                return reply;
            }

            Assert.False(patience.IsCancellationRequested, $"{path} still answers {reply.Status}: {reply.Body}");
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    /// <summary>The problems that an editor sees of one file, once there are some.</summary>
    public async Task<IReadOnlyList<JsonElement>> WaitForProblemsAsync(string path)
    {
        IReadOnlyList<JsonElement> found = [];
        await WaitAsync(Problems, reply => (found = ProblemsOf(reply, path)).Count > 0);
        return found;
    }

    public async Task<IReadOnlyList<JsonElement>> ProblemsOfAsync(string path) =>
        ProblemsOf(await GetAsync(Problems, ("x-functions-key", FunctionKey)), path);

    /// <summary>Makes a key of a role, as its owner does; named after the role unless told.</summary>
    public async Task<string> MakeKeyAsync(Role role, string? name = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/editor/keys")
        {
            Content = JsonContent.Create(
                new { name = name ?? $"the {role}", role = role.ToString().ToLowerInvariant() }
            ),
        };
        var made = await SendAsync(request, ("x-functions-key", FunctionKey));
        Assert.Equal(201, made.Status);
        return made.Json.GetProperty("key").GetString()!;
    }

    /// <summary>Until a media file is online, and looked at.</summary>
    public async Task WaitForMediaAsync(string path)
    {
        await WaitAsync("/" + path, HttpStatusCode.OK);
        var index = Services.GetRequiredService<IndexReader>();
        for (var tries = 0; tries < 400 && (await index.ReadMediaAsync(path, default)).Value is null; tries++)
        {
            await Task.Delay(50);
        }
        var row = (await index.ReadMediaAsync(path, default)).Value;
        Assert.NotNull(row);
        await WaitAsync("/" + path, reply => reply.Headers.ContainsKey("Last-Modified") == row.Copy is null);
    }

    private static IReadOnlyList<JsonElement> ProblemsOf(Reply reply, string path) =>
        [
            .. reply
                .Json.GetProperty("files")
                .EnumerateArray()
                .Where(file => file.GetProperty("path").GetString() == path)
                .SelectMany(file => file.GetProperty("problems").EnumerateArray()),
        ];

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
        failures.ThrowIfAny();
    }
}
