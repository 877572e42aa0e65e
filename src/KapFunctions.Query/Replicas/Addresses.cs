namespace KapFunctions.Query.Replicas;

/// <summary>How addresses are compared.</summary>
public static class Addresses
{
    /// <summary>An address without the slashes around it: <c>/2016/old/</c> and <c>2016/old</c> are one.</summary>
    public static string Normalize(string address) => address.Trim('/');
}
