using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KapFunctions.Query.Replicas;

/// <summary>Made of what identifies a thing without an id, so that they are the same everywhere and always.</summary>
public static class ContentIds
{
    /// <summary>24 hex characters.</summary>
    public static string OfTag(string slug) => Hash("tag:" + slug)[..24];

    /// <summary>24 hex characters.</summary>
    public static string OfAuthor(string slug) => Hash("author:" + slug)[..24];

    public static string Uuid(string id) =>
        Guid.ParseExact(Hash("uuid:" + id)[..32], "N").ToString("D", CultureInfo.InvariantCulture);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
