using Azure.Storage.Blobs;

namespace KapFunctions.Standalone.Azurite;

/// <summary>The same for every emulator: https://learn.microsoft.com/azure/storage/common/storage-use-azurite</summary>
internal static class Emulator
{
    public const string AccountName = "devstoreaccount1";

    /// <summary>Well known, and no secret.</summary>
    public const string AccountKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public const string Connection = "UseDevelopmentStorage=true";

    public const int BlobPort = 10000;

    /// <summary>Nobody else's work is in an emulator, and looking costs nothing.</summary>
    public static bool Serves(BlobServiceClient blobs) => blobs.Uri.IsLoopback || blobs.AccountName == AccountName;
}
