using System.Globalization;
using System.Security.Cryptography;
using KapFunctions.Storage.Index;

namespace KapFunctions.Pictures;

/// <summary>Addresses of media that name their content, and the forms among which a browser chooses.</summary>
public static class PictureSources
{
    /// <summary>The parameter that names the content.</summary>
    public const string VersionParameter = "v";

    /// <summary>The parameter that asks for a smaller form.</summary>
    public const string WidthParameter = "width";

    /// <summary>Digits that tell any two versions of one file apart.</summary>
    private const int VersionDigits = 12;

    /// <summary>The name of this content: as many digits of its SHA-256 as <see cref="MediaRow.Version"/> holds.</summary>
    public static string NameOf(ReadOnlySpan<byte> content) =>
        Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16));

    /// <summary>What the address of this content says in <see cref="VersionParameter"/>; null where nothing names it.</summary>
    public static string? VersionOf(MediaRow? row) => row?.Version?[..VersionDigits];

    /// <summary>The address with the content's name; as it is where nothing names it.</summary>
    public static string Named(string address, MediaRow? row) =>
        VersionOf(row) is { } version ? $"{address}?{VersionParameter}={version}" : address;

    /// <summary>
    /// The forms as <c>srcset</c> lists them: every width below the picture's own, and one of its own; null where there are none.
    /// </summary>
    /// <param name="named">What <see cref="Named"/> gave.</param>
    /// <param name="row">The picture.</param>
    public static string? SetOf(string named, MediaRow? row)
    {
        if (row is not { CanScale: true, Width: { } own, Version: not null })
        {
            return null;
        }

        var smaller = PictureScaler.Widths.TakeWhile(width => width < own).Select(width => Candidate(width, width));
        var same = PictureScaler.Widths.Where(width => width >= own).Take(1).Select(width => Candidate(width, own));
        return string.Join(", ", smaller.Concat(same));

        string Candidate(int asked, int shown) =>
            string.Create(CultureInfo.InvariantCulture, $"{named}&{WidthParameter}={asked} {shown}w");
    }
}
