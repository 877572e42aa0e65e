namespace KapFunctions.Storage.Account;

/// <summary>Names of everything kept in the storage account. <c>infra/</c> declares the same ones; a test compares them.</summary>
public static class StorageNames
{
    public const string Connection = "ContentStorage";

    public const string ContentContainer = "content";

    public const string RenderedContainer = "rendered";

    public const string KeysContainer = "keys";

    public const string IndexTable = "kapindex";

    public const string ContentEventsQueue = "content-events";

    public const string WebhookQueue = "webhook-deliveries";

    /// <summary>The host puts a message that failed five times into the queue of this name behind its own.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>Where the host puts a blob that failed five times.</summary>
    public const string BlobPoisonQueue = "webjobs-blobtrigger-poison";
}
