using System.Security.Cryptography;
using System.Text;

namespace KapFunctions.Content.Posts;

/// <summary>Who a post is, where its author does not say.</summary>
public static class PostIdentity
{
    /// <summary>The id of a post first seen at <paramref name="path"/>: 24 hex characters, as Ghost's ids
    /// are.</summary>
    public static string FromPath(string path) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 12));
}
