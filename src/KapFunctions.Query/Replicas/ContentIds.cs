using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KapFunctions.Query.Replicas;

/// <summary>Ids of what has none of its own: made of what identifies it, so that they are the same everywhere and always.</summary>
public static class ContentIds
{
    /// <summary>The id of a tag: 24 hex characters.</summary>
    public static string OfTag(string slug) => Hash("tag:" + slug)[..24];

    /// <summary>The id of an author: 24 hex characters.</summary>
    public static string OfAuthor(string slug) => Hash("author:" + slug)[..24];

    /// <summary>The uuid of the post with <paramref name="id"/>.</summary>
    public static string Uuid(string id) =>
        Guid.ParseExact(Hash("uuid:" + id)[..32], "N").ToString("D", CultureInfo.InvariantCulture);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
