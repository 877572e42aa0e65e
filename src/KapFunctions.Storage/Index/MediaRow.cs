using System.Text.Json.Serialization;
using KapFunctions.Storage.Files;

namespace KapFunctions.Storage.Index;

/// <summary>Why readers do not get a picture as its file has it, without what its camera wrote into it.</summary>
public enum PictureFault
{
    /// <summary>They do.</summary>
    None,

    /// <summary>It cannot be taken apart, being damaged, incomplete, or none of the formats that are read.</summary>
    Broken,

    /// <summary>It has more than <see cref="MediaStore.MaxBytes"/>.</summary>
    TooLarge,
}

/// <summary>
/// A picture, a recording or another file below <c>media/</c>, as it was last looked at: what its address is named after,
/// and the room that a page keeps for it.
/// </summary>
public sealed record MediaRow : IndexRow
{
    /// <summary>Grows with what is read from a file; a row that an older reader wrote is read anew.</summary>
    public const int CurrentReader = 2;

    /// <summary>Grows with what is taken out of pictures; a row that an older cleaner wrote, or none, is read anew.</summary>
    public const int CurrentCleaner = 1;

    /// <inheritdoc />
    [JsonIgnore]
    public override string Key => IndexKeys.Media(Path);

    /// <summary>The file's path in the content container.</summary>
    public required string Path { get; init; }

    /// <summary>ETag of the file that was looked at.</summary>
    public required string SourceETag { get; init; }

    /// <summary>The <see cref="CurrentReader"/> that wrote it.</summary>
    public int Reader { get; init; }

    /// <summary>Bytes of what is served.</summary>
    public long Size { get; init; }

    /// <summary>
    /// Names what is served: 32 hex digits of its SHA-256; null for a file beyond <see cref="MediaStore.MaxBytes"/> that is
    /// served as it lies, and so is not read.
    /// </summary>
    public string? Version { get; init; }

    /// <summary>Width of a picture as it is shown, in pixels; null where it is none, or cannot be read.</summary>
    public int? Width { get; init; }

    /// <summary>Height of a picture as it is shown, in pixels; null where it is none, or cannot be read.</summary>
    public int? Height { get; init; }

    /// <summary>Whether smaller forms can be made of it.</summary>
    public bool CanScale { get; init; }

    /// <summary>Blob in <c>rendered</c> that is served instead of the file; null where that is the file itself, or nothing.</summary>
    public string? Copy { get; init; }

    /// <summary>Why the picture could not be cleaned; with it, <see cref="Copy"/> was made anew.</summary>
    public PictureFault Fault { get; init; }

    /// <summary>Blob in <c>rendered</c> with what its author is told; null where all is well.</summary>
    public string? Report { get; init; }

    /// <summary>The <see cref="CurrentCleaner"/> that wrote it; 0 where a program did that knew of none.</summary>
    public int Cleaner { get; init; }

    /// <summary>Whether nothing is to be learned from the file that the row does not tell.</summary>
    [JsonIgnore]
    public bool IsCurrent => Reader >= CurrentReader && Cleaner >= CurrentCleaner;

    /// <summary>Whether it tells what readers may get of the file, at this version.</summary>
    public bool TellsWhatIsServedOf(string etag) => Cleaner >= CurrentCleaner && SourceETag == etag;

    /// <summary>Whether readers get nothing of it.</summary>
    [JsonIgnore]
    public bool IsWithheld => Fault != PictureFault.None && Copy is null;
}
