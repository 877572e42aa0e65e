using System.Security.Cryptography;
using KapFunctions.Standalone.Machine;

namespace KapFunctions.Standalone.Azurite;

/// <summary>Azurite as the lock file beside this class pins it, installed by npm on first use.</summary>
internal static class AzuriteInstallation
{
    /// <summary>Azurite takes 186 MB.</summary>
    private const long NeededBytes = 250L * 1024 * 1024;

    /// <param name="installing">Called before an installation, which takes from seconds to minutes.</param>
    /// <param name="cancellation">Ends the installation; the next start begins it anew.</param>
    /// <exception cref="StartupException">It cannot be installed; the message says why.</exception>
    public static async Task<string> EnsureAsync(Action? installing, CancellationToken cancellation)
    {
        var folder = Folder();
        await NodeJs.CheckAsync(cancellation);
        if (IsInstalled(folder))
        {
            return folder;
        }

        // Several processes may start at once, as tests do: one installs, the others wait for it.
        await using var turn = await LockAsync(cancellation);
        if (!IsInstalled(folder))
        {
            installing?.Invoke();
            await InstallAsync(folder, cancellation);
        }

        return folder;
    }

    private static string Folder() =>
        Repository.Root is { } root
            ? Path.Combine(root, "src", "KapFunctions.Standalone", "Azurite")
            : throw new StartupException(
                "Azurite is installed in a checkout of the repository only. Give --connection with the storage to use."
            );

    private static bool IsInstalled(string folder) =>
        File.Exists(Marker(folder)) && File.ReadAllText(Marker(folder)) == HashOfLock(folder);

    private static async Task InstallAsync(string folder, CancellationToken cancellation)
    {
        if (new DriveInfo(folder).AvailableFreeSpace < NeededBytes)
        {
            throw AzuriteFailure.DiskFull(folder, "Installing Azurite needs about 200 MB");
        }

        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var result =
            await Command.RunAsync(npm, folder, cancellation, "ci", "--no-audit", "--no-fund", "--ignore-scripts")
            ?? throw new StartupException(
                "npm was not found, and it installs the storage emulator Azurite. It comes with Node.js: install that from https://nodejs.org."
            );
        if (result.ExitCode != 0)
        {
            throw AzuriteFailure.OfInstallation(result.Output, folder);
        }

        await File.WriteAllTextAsync(Marker(folder), HashOfLock(folder), cancellation);
    }

    /// <summary>Written last, and removed by npm first: it stands for a complete installation of one lock file.</summary>
    private static string Marker(string folder) => Path.Combine(folder, "node_modules", ".installed");

    private static string HashOfLock(string folder) =>
        Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "package-lock.json"))));

    private static async Task<FileStream> LockAsync(CancellationToken cancellation)
    {
        Repository.ShutStateFolder();
        var path = Path.Combine(Repository.StateFolder, "azurite-installation.lock");
        while (true)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (!cancellation.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
            }
        }
    }
}
