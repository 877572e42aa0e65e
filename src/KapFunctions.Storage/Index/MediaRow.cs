using System.Text.Json.Serialization;

namespace KapFunctions.Storage.Index;

/// <summary>
/// A picture, a recording or another file below <c>media/</c>, as it was last looked at: what its address is named after,
/// and the room that a page keeps for it.
/// </summary>
public sealed record MediaRow : IndexRow
{
    /// <summary>Grows with what is read from a file; a row that an older reader wrote is read anew.</summary>
    public const int CurrentReader = 1;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Key => IndexKeys.Media(Path);

    /// <summary>The file's path in the content container.</summary>
    public required string Path { get; init; }

    /// <summary>ETag of the file that was looked at.</summary>
    public required string SourceETag { get; init; }

    /// <summary>The <see cref="CurrentReader"/> that wrote it.</summary>
    public int Reader { get; init; }

    /// <summary>Bytes of the file.</summary>
    public long Size { get; init; }

    /// <summary>Names the file's content: 32 hex digits of its SHA-256; null for one beyond <see cref="MediaStore.MaxBytes"/>, which is not read.</summary>
    public string? Version { get; init; }

    /// <summary>Width of a picture as it is shown, in pixels; null where it is none, or cannot be read.</summary>
    public int? Width { get; init; }

    /// <summary>Height of a picture as it is shown, in pixels; null where it is none, or cannot be read.</summary>
    public int? Height { get; init; }

    /// <summary>Whether smaller forms can be made of it.</summary>
    public bool CanScale { get; init; }
}
