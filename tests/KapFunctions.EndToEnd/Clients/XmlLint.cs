using KapFunctions.Testing;

namespace KapFunctions.EndToEnd.Clients;

/// <summary>xmllint, of Debian's package libxml2-utils.</summary>
internal sealed class XmlLint : INeed
{
    private static readonly Lazy<bool> IsHere = new(() =>
        Task.Run(() => Tool.SucceedsAsync("xmllint", ["--version"])).GetAwaiter().GetResult()
    );

    public static string? Missing => IsHere.Value ? null : "xmllint is not installed.";
}
