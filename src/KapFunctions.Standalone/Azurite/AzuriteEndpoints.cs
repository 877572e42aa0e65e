using System.Text.RegularExpressions;

namespace KapFunctions.Standalone.Azurite;

/// <summary>Gathered from the lines that Azurite prints.</summary>
internal sealed partial class AzuriteEndpoints
{
    private readonly Dictionary<string, string> endpoints = [];

    public bool AreComplete => endpoints.Count == 3;

    public string ConnectionString => ConnectionStringOf(Emulator.AccountName, Emulator.AccountKey);

    public string ConnectionStringOf(string account, string key) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={key};"
        + string.Concat(endpoints.Select(endpoint => $"{endpoint.Key}Endpoint={endpoint.Value}/{account};"));

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
