namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for each new version of a blob.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobTriggerAttribute(string blobPath) : Attribute
{
    /// <summary>Container and name pattern: <c>content/{name}</c>.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>The setting that says where the account is.</summary>
    public string? Connection { get; set; }

    /// <summary>Where news of blobs come from.</summary>
    public BlobTriggerSource Source { get; set; }
}
