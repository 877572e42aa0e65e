namespace Microsoft.Azure.Functions.Worker;

/// <summary>Where a blob trigger hears of new versions.</summary>
public enum BlobTriggerSource
{
    /// <summary>The account's logs, and scans of the container.</summary>
    LogsAndContainerScan = 0,

    /// <summary>Event Grid.</summary>
    EventGrid = 1,
}
