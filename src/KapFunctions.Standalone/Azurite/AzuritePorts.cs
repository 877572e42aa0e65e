using System.Globalization;
using KapFunctions.Storage.Account;

namespace KapFunctions.Standalone.Azurite;

/// <summary>The ports of an Azurite's three services.</summary>
public sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    /// <summary>Whichever are free.</summary>
    public static AzuritePorts Free { get; } = new(0, 0, 0);

    /// <summary>As its command line takes them.</summary>
    internal string[] Arguments => ["--blobPort", Text(Blob), "--queuePort", Text(Queue), "--tablePort", Text(Table)];

    /// <summary>Where these clients look for it.</summary>
    internal static AzuritePorts Of(StorageClients clients) =>
        new(clients.Blobs.Uri.Port, clients.Queues.Uri.Port, clients.Index.Uri.Port);

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
