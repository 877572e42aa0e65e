using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KapFunctions.Cli.Terminal;

namespace KapFunctions.Cli.Status;

internal sealed class SiteClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // A redirect could lead the key to another host.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };

    /// <exception cref="UsageException">The key would travel in the open.</exception>
    public SiteClient(string url, string key)
    {
        if (
            !Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var site)
            || !(site.Scheme == "https" || site.Scheme == "http" && site.IsLoopback)
        )
        {
            throw new UsageException("--url is no https address (http only for this machine). Give the site's.");
        }
        http.BaseAddress = site;
        if (!http.DefaultRequestHeaders.TryAddWithoutValidation("x-functions-key", key))
        {
            throw new UsageException("--key holds characters that no key has.");
        }
    }

    /// <summary>Null where the site is too old to know the address.</summary>
    /// <exception cref="SiteException">It does not answer, or refuses.</exception>
    public async Task<T?> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        try
        {
            using var response = await http.GetAsync(path, cancellation);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => await JsonSerializer.DeserializeAsync(
                    await response.Content.ReadAsStreamAsync(cancellation),
                    type,
                    cancellation
                ),
                HttpStatusCode.NotFound => null,
                HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => throw new SiteException(
                    "The site refused the key. Give its function key, as the start screen or the Azure portal shows it."
                ),
                var status => throw new SiteException($"The site answered {(int)status}. Try again in a minute."),
            };
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or JsonException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new SiteException(
                failure is JsonException
                    ? $"What {http.BaseAddress!.Host} answered is not a KapFunctions site's. Check --url."
                    : $"{http.BaseAddress!.Host} does not answer. Check --url and the network."
            );
        }
    }

    public void Dispose() => http.Dispose();
}

internal sealed class SiteException(string message) : Exception(message);
