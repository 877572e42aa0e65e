using System.Text.Json.Serialization;
using KapFunctions.Storage.Files;

namespace KapFunctions.Storage.Index;

/// <summary>Why readers do not get a picture as its file has it, without what its camera wrote into it.</summary>
public enum PictureFault
{
    None,

    /// <summary>It cannot be taken apart, being damaged, incomplete, or none of the formats that are read.</summary>
    Broken,

    TooLarge,
}

/// <summary>A picture, a recording or another file below <c>media/</c>, as it was last looked at: what its address is named
/// after, and the room that a page keeps for it.</summary>
public sealed record MediaRow : IndexRow
{
    /// <summary>Grows with what is read from a file; a row that an older reader wrote is read anew.</summary>
    public const int CurrentReader = 2;

    public const int CurrentCleaner = 1;

    [JsonIgnore]
    public override string Key => IndexKeys.Media(Path);

    public required string Path { get; init; }

    public required string SourceETag { get; init; }

    /// <summary>Who wrote the version that was last looked at, and when; null where nothing says so.</summary>
    public FileWrite? Written { get; init; }

    public int Reader { get; init; }

    /// <summary>Bytes of what is served.</summary>
    public long Size { get; init; }

    /// <summary>Names what is served: 32 hex digits of its SHA-256; null for a file beyond <see cref="MediaStore.MaxBytes"/> that
    /// is served as it lies, and so is not read.</summary>
    public string? Version { get; init; }

    /// <summary>Width of a picture as it is shown, in pixels; null where it is none, or cannot be read.</summary>
    public int? Width { get; init; }

    /// <summary>Height of a picture as it is shown, in pixels; null where it is none, or cannot be read.</summary>
    public int? Height { get; init; }

    public bool CanScale { get; init; }

    public string? Copy { get; init; }

    public PictureFault Fault { get; init; }

    public string? Report { get; init; }

    /// <summary>The <see cref="CurrentCleaner"/> that wrote it; 0 where a program did that knew of none.</summary>
    public int Cleaner { get; init; }

    [JsonIgnore]
    public bool IsCurrent => Reader >= CurrentReader && Cleaner >= CurrentCleaner;

    public bool TellsWhatIsServedOf(string etag) => Cleaner >= CurrentCleaner && SourceETag == etag;

    [JsonIgnore]
    public bool IsWithheld => Fault != PictureFault.None && Copy is null;
}
