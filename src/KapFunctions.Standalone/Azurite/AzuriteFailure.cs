using System.Text.RegularExpressions;
using KapFunctions.Standalone.Machine;

namespace KapFunctions.Standalone.Azurite;

/// <summary>What node and npm mean, and what to do about it.</summary>
internal static partial class AzuriteFailure
{
    public static StartupException OfInstallation(string output, string folder) =>
        IsDiskFull(output)
            ? DiskFull(folder, "Installing Azurite needs about 200 MB")
            : new(
                NoNetwork().IsMatch(output)
                    ? "npm cannot reach its registry, so Azurite was not installed. Check the network (or npm's proxy settings) and start again."
                    : $"npm could not install Azurite in {folder}: {FirstError(output)} Run 'npm ci' there to see more."
            );

    public static StartupException OfStart(string output, string folder) =>
        AddressInUse().Match(output) is { Success: true } match
            ? PortTaken(int.Parse(match.Groups["port"].ValueSpan, null))
        : IsDiskFull(output) ? DiskFull(folder, "Azurite keeps the content there")
        : new($"Azurite did not start: {FirstError(output)}");

    public static StartupException PortTaken(int port) =>
        new(
            $"Port {port} is taken by a program that is not Azurite. End that program, or give --connection with the storage to use."
        );

    public static StartupException DiskFull(string folder, string why) =>
        new($"The disk of {folder} is full. {why}: make room and start again.");

    private static bool IsDiskFull(string output) => output.Contains("ENOSPC", StringComparison.Ordinal);

    private static string FirstError(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var error = lines.FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase));
        return (error ?? lines.LastOrDefault() ?? "it ended without a word").TrimEnd('.') + ".";
    }

    [GeneratedRegex(@"EADDRINUSE.*:(?<port>\d+)")]
    private static partial Regex AddressInUse();

    [GeneratedRegex("ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ENETUNREACH")]
    private static partial Regex NoNetwork();
}
