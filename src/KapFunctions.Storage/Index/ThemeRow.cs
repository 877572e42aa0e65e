using System.Text.Json.Serialization;
using KapFunctions.Content.Themes;
using KapFunctions.Storage.Files;

namespace KapFunctions.Storage.Index;

/// <summary>A file of the theme: what was last looked at, and the last version that can be used.</summary>
public sealed record ThemeRow : IndexRow
{
    [JsonIgnore]
    public override string Key => IndexKeys.Theme(Path);

    public required string Path { get; init; }

    public required string SourceETag { get; init; }

    /// <summary>Who wrote the version that was last looked at, and when; null where nothing says so.</summary>
    public FileWrite? Written { get; init; }

    /// <summary>Blob in <c>rendered</c> with the bytes in use; null where no version was ever good.</summary>
    public string? Good { get; init; }

    /// <summary>Bytes of <see cref="Good"/>.</summary>
    public int Size { get; init; }

    public string? Report { get; init; }

    public int Errors { get; init; }

    public int Warnings { get; init; }

    public int Checker { get; init; }

    public static IReadOnlyList<ThemeRow> InUse(IReadOnlyList<ThemeRow> theme)
    {
        var used = new List<ThemeRow>();
        var bytes = 0L;
        foreach (var row in theme)
        {
            bytes += row.Size;
            if (bytes > ThemeLimits.TotalBytes || used.Count == ThemeLimits.Files)
            {
                break;
            }

            if (row.Good is not null)
            {
                used.Add(row);
            }
        }

        return used;
    }
}
