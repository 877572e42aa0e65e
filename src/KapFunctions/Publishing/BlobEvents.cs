using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Publishing;

internal static class BlobEvents
{
    /// <summary>Event Grid in Azure, the only source Flex Consumption supports. A Debug build polls, so that the
    /// Functions host works on Azurite, which has no Event Grid. KapFunctions.Standalone polls either way.</summary>
#if DEBUG
    public const BlobTriggerSource Source = BlobTriggerSource.LogsAndContainerScan;
#else
    public const BlobTriggerSource Source = BlobTriggerSource.EventGrid;
#endif
}
