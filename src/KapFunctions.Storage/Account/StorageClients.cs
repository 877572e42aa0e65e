using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace KapFunctions.Storage.Account;

/// <summary>Clients of the storage account that <see cref="StorageConnection"/> names. This is also the one place where storage
/// calls are retried.</summary>
public sealed class StorageClients
{
    /// <summary>Newest service version that both Azure and Azurite 3.35 speak.</summary>
    private const BlobClientOptions.ServiceVersion BlobVersion = BlobClientOptions.ServiceVersion.V2025_11_05;

    private const QueueClientOptions.ServiceVersion QueueVersion = QueueClientOptions.ServiceVersion.V2025_11_05;

    private StorageClients(
        BlobServiceClient blobs,
        BlobServiceClient blobsWithoutRetries,
        QueueServiceClient queues,
        TableServiceClient tables
    )
    {
        BlobsWithoutRetries = blobsWithoutRetries;
        Content = blobs.GetBlobContainerClient(StorageNames.ContentContainer);
        Rendered = blobs.GetBlobContainerClient(StorageNames.RenderedContainer);
        Keys = blobs.GetBlobContainerClient(StorageNames.KeysContainer);
        Index = tables.GetTableClient(StorageNames.IndexTable);
        Blobs = blobs;
        Queues = queues;
    }

    public BlobServiceClient Blobs { get; }

    /// <summary>The account's blob service, for calls whose failure is an answer.</summary>
    internal BlobServiceClient BlobsWithoutRetries { get; }

    public QueueServiceClient Queues { get; }

    public BlobContainerClient Content { get; }

    public BlobContainerClient Rendered { get; }

    /// <summary>The editors' keys, which nobody but the app reads or writes.</summary>
    public BlobContainerClient Keys { get; }

    public TableClient Index { get; }

    /// <exception cref="InvalidOperationException">The settings are missing or wrong; the message says which and what to do.</exception>
    public static StorageClients From(IConfiguration configuration)
    {
        var mistakes = new List<string>();
        return Read(configuration, mistakes) ?? throw new InvalidOperationException(string.Join(' ', mistakes));
    }

    /// <summary>Makes the clients. Null where the settings are missing or wrong; then a sentence for each mistake was added.</summary>
    public static StorageClients? Read(IConfiguration configuration, ICollection<string> mistakes)
    {
        if (StorageConnection.Read(configuration, mistakes) is not { } connection)
        {
            return null;
        }

        try
        {
            return connection.Text is { } text ? FromConnectionString(text) : FromIdentity(connection);
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException)
        {
            // What the SDK says of it may quote the key.
            mistakes.Add(
                "ContentStorage is no storage connection string: copy the whole of it from the storage account, or set ContentStorage__…Uri and an identity instead."
            );
            return null;
        }
    }

    /// <summary>
    /// Makes the clients from a connection string. The first of the retries comes after <paramref name="firstRetry"/>, half
    /// a second unless told, and each later one after twice the time.
    /// </summary>
    public static StorageClients FromConnectionString(string connectionString, TimeSpan? firstRetry = null) =>
        new(
            new BlobServiceClient(connectionString, BlobOptions(firstRetry)),
            new BlobServiceClient(connectionString, WithoutRetries()),
            new QueueServiceClient(
                connectionString,
                Retrying(new QueueClientOptions(QueueVersion), "queue", firstRetry)
            ),
            new TableServiceClient(connectionString, Retrying(new TableClientOptions(), "table", firstRetry))
        );

    /// <summary>Makes the clients of somebody at a terminal or in a pipeline, who signs in with what is found there: environment
    /// variables, a workload or managed identity, or the Azure CLI.</summary>
    public static StorageClients FromAccount(Uri blobs)
    {
        var credential = new DefaultAzureCredential();
        return FromIdentity(new(null, blobs, Beside("queue"), Beside("table"), credential));

        Uri Beside(string service) =>
            new UriBuilder(blobs) { Host = blobs.Host.Replace(".blob.", $".{service}.", StringComparison.Ordinal) }.Uri;
    }

    public async Task CreateMissingAsync(CancellationToken cancellation = default) =>
        await Task.WhenAll(
            UnlessForbiddenAsync(CreateContainerAsync(Content, cancellation)),
            UnlessForbiddenAsync(CreateContainerAsync(Rendered, cancellation)),
            UnlessForbiddenAsync(CreateContainerAsync(Keys, cancellation)),
            UnlessForbiddenAsync(Index.CreateIfNotExistsAsync(cancellation)),
            CreateQueueAsync(StorageNames.ContentEventsQueue, cancellation),
            CreateQueueAsync(StorageNames.WebhookQueue, cancellation),
            CreateQueueAsync(StorageNames.BlobPoisonQueue, cancellation)
        );

    // Each reconcile asks, and Azure bills a try to make a container like a listing, a question as a tenth of it.
    private static async Task CreateContainerAsync(BlobContainerClient container, CancellationToken cancellation)
    {
        if (!await container.ExistsAsync(cancellation))
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        }
    }

    private Task CreateQueueAsync(string name, CancellationToken cancellation) =>
        UnlessForbiddenAsync(Queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellation));

    /// <summary>An identity that has its rights on the one container, queue or table may be refused to make it, even where it is
    /// there already. Whoever gave the rights has made it; what is missing all the same fails by its own 404 in the next
    /// call.</summary>
    private static async Task UnlessForbiddenAsync(Task creation)
    {
        try
        {
            await creation;
        }
        catch (RequestFailedException refused) when (refused.Status == 403) { }
    }

    private static StorageClients FromIdentity(StorageConnection at) =>
        new(
            new BlobServiceClient(at.Blobs, at.Credential, BlobOptions()),
            new BlobServiceClient(at.Blobs, at.Credential, WithoutRetries()),
            new QueueServiceClient(at.Queues, at.Credential, Retrying(new QueueClientOptions(QueueVersion), "queue")),
            new TableServiceClient(at.Tables, at.Credential, Retrying(new TableClientOptions(), "table"))
        );

    private static BlobClientOptions BlobOptions(TimeSpan? firstRetry = null)
    {
        var options = Retrying(new BlobClientOptions(BlobVersion), "blob", firstRetry);
        options.AddPolicy(new ListingRepairPolicy(), HttpPipelinePosition.PerCall);
        return options;
    }

    private static BlobClientOptions WithoutRetries()
    {
        var options = BlobOptions();
        options.Retry.MaxRetries = 0;
        return options;
    }

    /// <summary>Half a second, then one, then two: a call that still fails by then throws.</summary>
    private static TOptions Retrying<TOptions>(TOptions options, string service, TimeSpan? firstRetry = null)
        where TOptions : ClientOptions
    {
        options.AddPolicy(new StorageCalls(service), HttpPipelinePosition.PerRetry);
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = firstRetry ?? TimeSpan.FromMilliseconds(500);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(5);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        return options;
    }
}
