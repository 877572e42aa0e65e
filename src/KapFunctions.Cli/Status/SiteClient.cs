using System.Net;
using System.Net.Http.Json;
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
    public Task<T?> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class => SendAsync(new(HttpMethod.Get, path), type, cancellation);

    /// <exception cref="SiteException">It does not answer, or refuses.</exception>
    public async Task<T> PostAsync<TSent, T>(
        string path,
        TSent sent,
        JsonTypeInfo<TSent> typeOfSent,
        JsonTypeInfo<T> type,
        CancellationToken cancellation
    )
        where T : class =>
        await SendAsync(
            new(HttpMethod.Post, path) { Content = JsonContent.Create(sent, typeOfSent) },
            type,
            cancellation
        ) ?? throw new SiteException("The site is too old for that. Deploy the release that this kap came with.");

    /// <summary>False where there is no such thing.</summary>
    /// <exception cref="SiteException">It does not answer, or refuses.</exception>
    public Task<bool> DeleteAsync(string path, CancellationToken cancellation) =>
        AskAsync(
            new(HttpMethod.Delete, path),
            async (answer, token) =>
                answer.StatusCode switch
                {
                    HttpStatusCode.NoContent => true,
                    HttpStatusCode.NotFound => false,
                    _ => throw await RefusalOfAsync(answer, token),
                },
            cancellation
        );

    private Task<T?> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class =>
        AskAsync(
            request,
            async (answer, token) =>
                answer.StatusCode switch
                {
                    HttpStatusCode.OK or HttpStatusCode.Created => await JsonSerializer.DeserializeAsync(
                        await answer.Content.ReadAsStreamAsync(token),
                        type,
                        token
                    ),
                    HttpStatusCode.NotFound => null,
                    _ => throw await RefusalOfAsync(answer, token),
                },
            cancellation
        );

    private async Task<T> AskAsync<T>(
        HttpRequestMessage request,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        CancellationToken cancellation
    )
    {
        using var asked = request;
        try
        {
            using var answer = await http.SendAsync(asked, cancellation);
            return await read(answer, cancellation);
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

    /// <summary>What the site says of it, where it says something.</summary>
    private static async Task<SiteException> RefusalOfAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var status = answer.StatusCode;
        var said =
            answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
                ? await answer.Content.ReadFromJsonAsync(SiteJson.Default.RefusalAnswer, cancellation)
                : null;
        return new(
            status == HttpStatusCode.Unauthorized
                ? "The site refused the key. Give one of its own, as the start screen of Standalone shows it or kap keys makes it."
                : said?.Detail ?? $"The site answered {(int)status}. Try again in a minute."
        );
    }

    public void Dispose() => http.Dispose();
}

internal sealed class SiteException(string message) : Exception(message);
