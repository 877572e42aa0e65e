using System.Text.Json.Serialization;
using KapFunctions.Content.Themes;

namespace KapFunctions.Storage.Index;

/// <summary>A file of the theme: what was last looked at, and the last version that can be used.</summary>
public sealed record ThemeRow : IndexRow
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Key => IndexKeys.Theme(Path);

    /// <summary>The file's path in the content container.</summary>
    public required string Path { get; init; }

    /// <summary>ETag of the file last looked at, good or broken.</summary>
    public required string SourceETag { get; init; }

    /// <summary>Blob in <c>rendered</c> with the bytes in use; null where no version was ever good.</summary>
    public string? Good { get; init; }

    /// <summary>Bytes of <see cref="Good"/>.</summary>
    public int Size { get; init; }

    /// <summary>Blob in <c>rendered</c> with the problems of the file last looked at; null where it has none.</summary>
    public string? Report { get; init; }

    /// <summary>Errors in the file last looked at.</summary>
    public int Errors { get; init; }

    /// <summary>Warnings and hints in the file last looked at.</summary>
    public int Warnings { get; init; }

    /// <summary><see cref="ThemeChecker.Version"/> that looked at it.</summary>
    public int Checker { get; init; }

    /// <summary>The rows of a theme, in the order of their paths, that are in use: files beyond its limits are not.</summary>
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
