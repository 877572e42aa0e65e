using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KapFunctions.Settings;

namespace KapFunctions.Following.Cdn;

/// <summary>How each cache wants to be told.</summary>
internal static class PurgeRequests
{
    /// <summary>Cloudflare takes a hundred tags at once, and took thirty before.
    /// https://developers.cloudflare.com/cache/how-to/purge-cache/purge-by-tags/</summary>
    private const int MaxCloudflareTags = 30;

    /// <summary>https://www.fastly.com/documentation/reference/api/purging/</summary>
    private const int MaxFastlyKeys = 256;

    public static IEnumerable<HttpRequestMessage> Of(TagCache cache, IReadOnlyList<string> tags) =>
        cache.Kind == TagCacheKind.Cloudflare
            ? tags.Chunk(MaxCloudflareTags)
                .Select(some =>
                    Post(
                        new($"{cache.Address}/client/v4/zones/{cache.Id}/purge_cache"),
                        "tags",
                        some,
                        bearer: cache.Token
                    )
                )
            : tags.Chunk(MaxFastlyKeys).Select(some => ToFastly(cache, some));

    /// <summary>Whether an answer of a good status says that it was done.</summary>
    public static bool IsDone(TagCache cache, string body)
    {
        try
        {
            return cache.Kind != TagCacheKind.Cloudflare
                || JsonNode.Parse(body) is JsonObject answer && answer["success"]?.GetValueKind() == JsonValueKind.True;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static HttpRequestMessage Post(Uri address, string field, IReadOnlyList<string> what, string? bearer)
    {
        var body = new JsonObject { [field] = new JsonArray([.. what.Select(one => (JsonNode)one)]) };
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        request.Headers.UserAgent.ParseAdd("KapFunctions");
        return request;
    }

    // What is purged is gone, and not served any more while its origin is away.
    private static HttpRequestMessage ToFastly(TagCache cache, IReadOnlyList<string> keys)
    {
        var request = Post(new($"{cache.Address}/service/{cache.Id}/purge"), "surrogate_keys", keys, bearer: null);
        request.Headers.TryAddWithoutValidation("Fastly-Key", cache.Token);
        request.Headers.Accept.ParseAdd("application/json");
        return request;
    }
}
