using System.Text.RegularExpressions;

namespace KapFunctions.Standalone.Azurite;

/// <summary>Where an Azurite listens, gathered from the lines that it prints.</summary>
internal sealed partial class AzuriteEndpoints
{
    /// <summary>Azurite's account, the same everywhere and no secret: https://learn.microsoft.com/azure/storage/common/storage-use-azurite#well-known-storage-account-and-key</summary>
    private const string AccountName = "devstoreaccount1";

    private const string AccountKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Dictionary<string, string> endpoints = [];

    public bool AreComplete => endpoints.Count == 3;

    public string ConnectionString => ConnectionStringOf(AccountName, AccountKey);

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
