using Azure;

namespace KapFunctions.Storage.Index;

/// <summary>Which version of a row a write is conditional on, for whoever plans writes and knows nothing of the SDK.</summary>
public readonly record struct RowVersion
{
    private readonly ETag etag;

    private RowVersion(ETag etag) => this.etag = etag;

    /// <summary>Whatever stands there.</summary>
    public static RowVersion Any { get; } = new(ETag.All);

    public static implicit operator RowVersion(ETag etag) => new(etag);

    public static implicit operator ETag(RowVersion version) => version.etag;
}
