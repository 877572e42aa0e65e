using System.Globalization;
using System.Text.RegularExpressions;
using KapFunctions.Content.Text;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Generators;

/// <summary>Pictures whose data stands in the text itself become files, since no site shows such a text.</summary>
internal static partial class DataPictures
{
    /// <summary>Of one text.</summary>
    private const int MaxPictures = 500;

    public static string TakenOut(string text, string name, ImportTarget target)
    {
        if (!text.Contains("data:image/", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }
        var number = 0;
        return Data()
            .Replace(
                text,
                match =>
                {
                    number++;
                    var file = string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Slug.From(name)}-{number}.{EndingOf(match.Groups["type"].Value)}"
                    );
                    return number <= MaxPictures && BytesOf(match.Groups["data"].Value) is { } bytes
                        ? target.WriteMedia(file, bytes)
                        : match.Value;
                }
            );
    }

    private static string EndingOf(string type) =>
        type.ToLowerInvariant() switch
        {
            "jpeg" => "jpg",
            "svg+xml" => "svg",
            var other => other,
        };

    private static byte[]? BytesOf(string data)
    {
        try
        {
            return Convert.FromBase64String(data);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        @"<?data:image/(?<type>png|jpe?g|gif|webp|avif|svg\+xml);base64,(?<data>[A-Za-z0-9+/=]+)>?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Data();
}
