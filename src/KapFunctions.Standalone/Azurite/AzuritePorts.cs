using System.Globalization;
using KapFunctions.Storage.Account;

namespace KapFunctions.Standalone.Azurite;

internal sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    public static AzuritePorts Free { get; } = new(0, 0, 0);

    internal string[] Arguments => ["--blobPort", Text(Blob), "--queuePort", Text(Queue), "--tablePort", Text(Table)];

    internal static AzuritePorts Of(StorageClients clients) =>
        new(clients.Blobs.Uri.Port, clients.Queues.Uri.Port, clients.Index.Uri.Port);

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
