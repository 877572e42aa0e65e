using Azure.Core;
using Azure.Identity;
using KapFunctions.Following.Changes;
using KapFunctions.Settings;
using KapFunctions.Storage.Index;

namespace KapFunctions.Following.Cdn;

/// <summary>The cache in front of the site: one that is purged by paths, Azure Front Door or another behind an address that
/// purges it; or one that is purged by tags.</summary>
public sealed class CdnCache(CdnOptions options) : IDisposable
{
    // The version that infra/ deploys Front Door with.
    private const string ApiVersion = "2025-06-01";

    /// <summary>Of an answer; none is longer than a few hundred.</summary>
    private const int MaxAnswerBytes = 64 << 10;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    // Where it would lead elsewhere, the token would go along.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = Timeout,
        MaxResponseContentBufferSize = MaxAnswerBytes,
    };

    public string? Name => options.Name;

    /// <summary>Under which it is kept how far it was told again; null where once is enough.</summary>
    public string? SettledName => options.SettledName;

    /// <summary>What purges all that it holds of this site.</summary>
    public IReadOnlyList<string> Everything => options.ByTag is null ? PurgePaths.Everything : ChangedTags.Everything;

    /// <summary>What <paramref name="entries"/> make old, in the cache's own terms.</summary>
    public IReadOnlyList<string> OldWith(IEnumerable<LogEntry> entries) =>
        options.ByTag is null ? PurgePaths.Of(entries) : PurgeTags.Of(entries);

    /// <summary>What went wrong; null where the cache has taken all of it.</summary>
    public async Task<string?> PurgeAsync(IReadOnlyList<string> what, CancellationToken cancellation)
    {
        try
        {
            await foreach (var request in RequestsAsync(what, cancellation))
            {
                using (request)
                {
                    if (await SendAsync(request, cancellation) is { } wrong)
                    {
                        return wrong;
                    }
                }
            }

            return null;
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

    // Nothing of its answer is told: it may quote what it was sent.
    private async Task<string?> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var response = await http.SendAsync(request, cancellation);
        return !response.IsSuccessStatusCode ? $"It answered {(int)response.StatusCode}."
            : options.ByTag is { } cache
            && !PurgeRequests.IsDone(cache, await response.Content.ReadAsStringAsync(cancellation))
                ? "It answered that it was not done."
            : null;
    }

    private async IAsyncEnumerable<HttpRequestMessage> RequestsAsync(
        IReadOnlyList<string> what,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        if (options.ByTag is { } cache)
        {
            foreach (var request in PurgeRequests.Of(cache, what))
            {
                yield return request;
            }
        }
        else if (options.FrontDoorEndpointId is not { } endpoint)
        {
            yield return PurgeRequests.Post(options.PurgeUrl!, "paths", what, options.PurgeToken);
        }
        else
        {
            var scope = new TokenRequestContext([options.ManagementUrl + "/.default"]);
            var token = await options.Credential!.GetTokenAsync(scope, cancellation);
            // https://learn.microsoft.com/rest/api/frontdoor/azurefrontdoorstandardpremium/afd-endpoints/purge-content
            var address = new Uri($"{options.ManagementUrl}{endpoint}/purge?api-version={ApiVersion}");
            yield return PurgeRequests.Post(address, "contentPaths", what, token.Token);
        }
    }
}
