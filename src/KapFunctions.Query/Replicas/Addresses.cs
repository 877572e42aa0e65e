using KapFunctions.Content.Links;

namespace KapFunctions.Query.Replicas;

internal static class Addresses
{
    /// <summary><c>/2016/old/</c> and <c>2016/Old</c> are one.</summary>
    public static string Normalize(string address) => AddressKey.Of(address);
}
