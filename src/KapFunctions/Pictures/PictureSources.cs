using System.Globalization;
using System.Security.Cryptography;
using KapFunctions.Storage.Index;

namespace KapFunctions.Pictures;

/// <summary>Addresses of media that name their content, and the forms among which a browser chooses.</summary>
internal static class PictureSources
{
    public const string VersionParameter = "v";

    public const string WidthParameter = "width";

    // Digits that tell any two versions of one file apart.
    private const int VersionDigits = 12;

    /// <summary>As many digits of the SHA-256 as <see cref="MediaRow.Version"/> holds.</summary>
    public static string NameOf(ReadOnlySpan<byte> content) =>
        Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16));

    /// <summary>Null where nothing names the content.</summary>
    public static string? VersionOf(MediaRow? row) => row?.Version?[..VersionDigits];

    public static string Named(string address, MediaRow? row) =>
        VersionOf(row) is { } version ? $"{address}?{VersionParameter}={version}" : address;

    /// <summary>As <c>srcset</c> has it: every width below the picture's own, and its own.</summary>
    public static string? SetOf(string named, MediaRow? row)
    {
        if (row is not { CanScale: true, Width: { } own, Version: not null })
        {
            return null;
        }

        return string.Join(", ", PictureScaler.WidthsOf(own).Select(width => Candidate(width, Math.Min(width, own))));

        string Candidate(int asked, int shown) =>
            string.Create(CultureInfo.InvariantCulture, $"{named}&{WidthParameter}={asked} {shown}w");
    }
}
