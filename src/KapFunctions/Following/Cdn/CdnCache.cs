using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using KapFunctions.Settings;

namespace KapFunctions.Following.Cdn;

/// <summary>
/// The cache in front of the site: Azure Front Door, or another one behind an address that purges it. Both take a POST
/// with the paths.
/// </summary>
public sealed class CdnCache(CdnOptions options) : IDisposable
{
    /// <summary>The version that <c>infra/</c> deploys Front Door with.</summary>
    private const string ApiVersion = "2025-06-01";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    private readonly HttpClient http = new() { Timeout = Timeout };

    /// <summary>Names the cache; null where there is none.</summary>
    public string? Name => options.FrontDoorEndpointId ?? options.PurgeUrl?.ToString();

    /// <summary>Purges the paths, whatever their queries; what went wrong, or null where the cache has taken it.</summary>
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

    /// <inheritdoc />
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
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteStartArray(field);
            foreach (var path in paths)
            {
                json.WriteStringValue(path);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(Encoding.UTF8.GetString(body.ToArray()), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Headers.UserAgent.ParseAdd("KapFunctions");
        return request;
    }
}
