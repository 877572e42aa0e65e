using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace KapFunctions.Storage;

/// <summary>
/// Clients of the storage account, made from configuration as the Azure Functions host makes its own:
/// a connection string at <c>ContentStorage</c>, or <c>ContentStorage:blobServiceUri</c>, <c>:queueServiceUri</c> and
/// <c>:tableServiceUri</c> with a managed identity. This is also the one place where storage calls are retried.
/// </summary>
public sealed class StorageClients
{
    /// <summary>Newest service version that both Azure and Azurite 3.35 speak.</summary>
    private const BlobClientOptions.ServiceVersion BlobVersion = BlobClientOptions.ServiceVersion.V2025_11_05;

    private const QueueClientOptions.ServiceVersion QueueVersion = QueueClientOptions.ServiceVersion.V2025_11_05;

    private StorageClients(BlobServiceClient blobs, QueueServiceClient queues, TableServiceClient tables)
    {
        Content = blobs.GetBlobContainerClient(StorageNames.ContentContainer);
        Rendered = blobs.GetBlobContainerClient(StorageNames.RenderedContainer);
        Index = tables.GetTableClient(StorageNames.IndexTable);
        Blobs = blobs;
        Queues = queues;
    }

    /// <summary>The account's blob service.</summary>
    public BlobServiceClient Blobs { get; }

    /// <summary>The account's queue service.</summary>
    public QueueServiceClient Queues { get; }

    /// <summary>The container that editors upload to.</summary>
    public BlobContainerClient Content { get; }

    /// <summary>The container of what is made from it.</summary>
    public BlobContainerClient Rendered { get; }

    /// <summary>The index table.</summary>
    public TableClient Index { get; }

    /// <summary>Makes the clients; no call is made yet.</summary>
    /// <exception cref="InvalidOperationException">The settings are missing or contradict each other; the message says which.</exception>
    public static StorageClients From(IConfiguration configuration)
    {
        var section = configuration.GetSection(StorageNames.Connection);
        var connectionString = section.Value ?? configuration.GetConnectionString(StorageNames.Connection);
        var usesIdentity = section["blobServiceUri"] is not null || section["accountName"] is not null;
        return (connectionString, usesIdentity) switch
        {
            ({ Length: > 0 }, true) => throw new InvalidOperationException(
                $"{StorageNames.Connection} is set both as a connection string and as {StorageNames.Connection}__…Uri settings. Remove one of them."
            ),
            ({ Length: > 0 }, false) => FromConnectionString(connectionString),
            (_, true) => FromIdentity(section),
            _ => throw new InvalidOperationException(
                $"{StorageNames.Connection} is not set. Give it a storage connection string (UseDevelopmentStorage=true for Azurite), or set {StorageNames.Connection}__blobServiceUri, __queueServiceUri and __tableServiceUri to use a managed identity."
            ),
        };
    }

    /// <summary>Makes the clients from a connection string.</summary>
    public static StorageClients FromConnectionString(string connectionString) =>
        new(
            new BlobServiceClient(connectionString, BlobOptions()),
            new QueueServiceClient(connectionString, Retrying(new QueueClientOptions(QueueVersion))),
            new TableServiceClient(connectionString, Retrying(new TableClientOptions()))
        );

    /// <summary>Creates the containers, the table and the queues that do not exist yet.</summary>
    public async Task CreateMissingAsync(CancellationToken cancellation = default) =>
        await Task.WhenAll(
            Content.CreateIfNotExistsAsync(cancellationToken: cancellation),
            Rendered.CreateIfNotExistsAsync(cancellationToken: cancellation),
            Index.CreateIfNotExistsAsync(cancellation),
            Queues
                .GetQueueClient(StorageNames.ContentEventsQueue)
                .CreateIfNotExistsAsync(cancellationToken: cancellation),
            Queues.GetQueueClient(StorageNames.WebhookQueue).CreateIfNotExistsAsync(cancellationToken: cancellation),
            Queues.GetQueueClient(StorageNames.BlobPoisonQueue).CreateIfNotExistsAsync(cancellationToken: cancellation)
        );

    private static StorageClients FromIdentity(IConfigurationSection section)
    {
        var credential = section["clientId"] is { } clientId
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
            : (TokenCredential)new DefaultAzureCredential();
        return new(
            new BlobServiceClient(Endpoint("blob"), credential, BlobOptions()),
            new QueueServiceClient(Endpoint("queue"), credential, Retrying(new QueueClientOptions(QueueVersion))),
            new TableServiceClient(Endpoint("table"), credential, Retrying(new TableClientOptions()))
        );

        Uri Endpoint(string service)
        {
            var setting = $"{service}ServiceUri";
            var value =
                section[setting]
                ?? (section["accountName"] is { } account ? $"https://{account}.{service}.core.windows.net" : null);
            return Uri.TryCreate(value, UriKind.Absolute, out var uri)
                ? uri
                : throw new InvalidOperationException(
                    $"{StorageNames.Connection}__{setting} is not an absolute URI. Set it to the account's {service} endpoint."
                );
        }
    }

    private static BlobClientOptions BlobOptions()
    {
        var options = Retrying(new BlobClientOptions(BlobVersion));
        options.AddPolicy(new ListingRepairPolicy(), HttpPipelinePosition.PerCall);
        return options;
    }

    /// <summary>Half a second, then one, then two: a call that still fails by then throws.</summary>
    private static TOptions Retrying<TOptions>(TOptions options)
        where TOptions : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = TimeSpan.FromMilliseconds(500);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(5);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        return options;
    }
}
