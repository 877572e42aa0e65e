using System.Security.Cryptography;
using System.Text;

namespace KapFunctions.Delivery.Shapes;

/// <summary>Ids of things that have only a name: tags and authors.</summary>
public static class NamedId
{
    /// <summary>24 hex characters made of the kind and the slug.</summary>
    public static string Of(string kind, string slug) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}:{slug}")).AsSpan(0, 12));
}
