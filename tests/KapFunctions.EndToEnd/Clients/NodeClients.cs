using System.Security.Cryptography;
using KapFunctions.Testing;

namespace KapFunctions.EndToEnd.Clients;

/// <summary>The clients in <c>node/</c>, as its lock file pins them; npm installs them on first use.</summary>
internal sealed class NodeClients : INeed
{
    /// <summary>Where this project's files are in the checkout.</summary>
    public static readonly string Project = Path.Combine(Checkout.Root, "tests", "KapFunctions.EndToEnd", "Clients");

    /// <summary>Where the clients are.</summary>
    public static readonly string Folder = Path.Combine(Project, "node");

    private static readonly Lazy<string?> Found = new(() => Task.Run(FindMissingAsync).GetAwaiter().GetResult());

    /// <inheritdoc />
    public static string? Missing => Found.Value;

    /// <summary>Runs a file of Node's tests against the host at <paramref name="url"/>; fails with what it printed.</summary>
    public static async Task PassesAsync(string file, Uri url)
    {
        var address = url.GetLeftPart(UriPartial.Authority);
        var run = await Tool.RunAsync(
            "node",
            ["--test", file],
            Folder,
            ("KAP_URL", address),
            ("KAP_KEY", TestSite.FunctionKey)
        );

        Assert.True(run.IsSuccess, run.StandardOutput + run.StandardError);
    }

    private static async Task<string?> FindMissingAsync()
    {
        if (!await Tool.SucceedsAsync("node", ["--version"]))
        {
            return "Node.js is not installed.";
        }

        if (File.Exists(Marker) && await File.ReadAllTextAsync(Marker) == HashOfLock())
        {
            return null;
        }

        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        if (!await Tool.SucceedsAsync(npm, ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], Folder))
        {
            return "npm could not install the clients: no npm, or no registry.";
        }

        await File.WriteAllTextAsync(Marker, HashOfLock());
        return null;
    }

    /// <summary>Written last, and removed by npm first: it stands for a complete installation of one lock file.</summary>
    private static string Marker => Path.Combine(Folder, "node_modules", ".installed");

    private static string HashOfLock() =>
        Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, "package-lock.json"))));
}
