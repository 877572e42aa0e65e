using System.Text.RegularExpressions;

namespace KapFunctions.Standalone.Azurite;

/// <summary>Where an Azurite listens, gathered from the lines that it prints.</summary>
internal sealed partial class AzuriteEndpoints
{
    private const string Account =
        $"DefaultEndpointsProtocol=http;AccountName={Emulator.AccountName};AccountKey={Emulator.AccountKey};";

    private readonly Dictionary<string, string> endpoints = [];

    public bool AreComplete => endpoints.Count == 3;

    public string ConnectionString =>
        Account
        + string.Concat(
            endpoints.Select(endpoint => $"{endpoint.Key}Endpoint={endpoint.Value}/{Emulator.AccountName};")
        );

    public void Read(string line)
    {
        if (Listening().Match(line) is { Success: true } match)
        {
            endpoints[match.Groups["service"].Value] = match.Groups["address"].Value;
        }
    }

    [GeneratedRegex("^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>.*)$")]
    private static partial Regex Listening();
}
