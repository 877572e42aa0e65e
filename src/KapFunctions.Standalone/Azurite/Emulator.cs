using Azure.Storage.Blobs;

namespace KapFunctions.Standalone.Azurite;

/// <summary>What every storage emulator has in common: https://learn.microsoft.com/azure/storage/common/storage-use-azurite</summary>
internal static class Emulator
{
    /// <summary>Its account.</summary>
    public const string AccountName = "devstoreaccount1";

    /// <summary>Its key, which is no secret.</summary>
    public const string AccountKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>The connection string of the one on the usual ports.</summary>
    public const string Connection = "UseDevelopmentStorage=true";

    /// <summary>The usual port of its blob service.</summary>
    public const int BlobPort = 10000;

    /// <summary>Whether an emulator stands behind these clients: nobody else's work is in it, and looking costs nothing.</summary>
    public static bool Serves(BlobServiceClient blobs) => blobs.Uri.IsLoopback || blobs.AccountName == AccountName;
}
