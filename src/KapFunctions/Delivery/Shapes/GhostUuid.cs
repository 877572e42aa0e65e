using System.Security.Cryptography;
using System.Text;

namespace KapFunctions.Delivery.Shapes;

/// <summary>The UUID that Ghost gives beside an id: here made of the id, so that it is the same everywhere.</summary>
public static class GhostUuid
{
    /// <summary>A version 8 UUID (RFC 9562): the bits are ours to choose.</summary>
    public static string Of(string id)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("uuid:" + id)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
