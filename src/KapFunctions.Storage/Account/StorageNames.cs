namespace KapFunctions.Storage.Account;

/// <summary>Names of everything kept in the storage account. <c>infra/</c> declares the same ones; a test compares them.</summary>
public static class StorageNames
{
    /// <summary>The setting (or its section) that says where the storage account is.</summary>
    public const string Connection = "ContentStorage";

    /// <summary>What editors upload: the only truth.</summary>
    public const string ContentContainer = "content";

    /// <summary>What is made from it: bodies, good sources, snapshots.</summary>
    public const string RenderedContainer = "rendered";

    /// <summary>The index and its log.</summary>
    public const string IndexTable = "kapindex";

    /// <summary>Event Grid's "look at this path".</summary>
    public const string ContentEventsQueue = "content-events";

    /// <summary>Webhook deliveries to make.</summary>
    public const string WebhookQueue = "webhook-deliveries";

    /// <summary>The host puts a message that failed five times into the queue of this name behind its own.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>Where the host puts a blob that failed five times.</summary>
    public const string BlobPoisonQueue = "webjobs-blobtrigger-poison";
}
