using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Identity;
using KapFunctions.Settings;

namespace KapFunctions.Following.Cdn;

/// <summary>The cache in front of the site: Azure Front Door, or another one behind an address that purges it. Both
/// take a POST with the paths.</summary>
public sealed class CdnCache(CdnOptions options) : IDisposable
{
    // The version that infra/ deploys Front Door with.
    private const string ApiVersion = "2025-06-01";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    private readonly HttpClient http = new() { Timeout = Timeout };

    public string? Name => options.FrontDoorEndpointId ?? options.PurgeUrl?.ToString();

    /// <summary>What went wrong; null where the cache has taken the paths, whatever their queries.</summary>
    public async Task<string?> PurgeAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        try
        {
            using var request = await RequestAsync(paths, cancellation);
            using var response = await http.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode ? null : $"It answered {(int)response.StatusCode}.";
        }
        catch (Exception failure) when (failure is HttpRequestException or AuthenticationFailedException)
        {
            return failure.Message;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"It did not answer within {Timeout.TotalSeconds} seconds.";
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpRequestMessage> RequestAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        if (options.FrontDoorEndpointId is not { } endpoint)
        {
            return Request(options.PurgeUrl!, "paths", paths, options.PurgeToken);
        }

        var scope = new TokenRequestContext([options.ManagementUrl + "/.default"]);
        var token = await options.Credential!.GetTokenAsync(scope, cancellation);
        // https://learn.microsoft.com/rest/api/frontdoor/azurefrontdoorstandardpremium/afd-endpoints/purge-content
        var address = new Uri($"{options.ManagementUrl}{endpoint}/purge?api-version={ApiVersion}");
        return Request(address, "contentPaths", paths, token.Token);
    }

    private static HttpRequestMessage Request(Uri address, string field, IReadOnlyList<string> paths, string? token)
    {
        var body = new JsonObject { [field] = new JsonArray([.. paths.Select(path => (JsonNode)path)]) };
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Headers.UserAgent.ParseAdd("KapFunctions");
        return request;
    }
}
