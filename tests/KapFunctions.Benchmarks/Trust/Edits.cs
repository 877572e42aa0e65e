using System.Net.Http.Headers;
using System.Text.Json;

namespace KapFunctions.Benchmarks.Trust;

/// <summary>Saves files as the desk does.</summary>
internal static class Edits
{
    /// <summary>Puts a file over whatever is there, or over <paramref name="replaced"/> alone.</summary>
    public static async Task<Saved> SaveAsync(HttpClient http, string path, byte[] content, string? replaced = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, AddressOf(path))
        {
            Content = new ByteArrayContent(content),
        };
        if (replaced is null)
        {
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
        }
        else
        {
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(replaced));
        }

        using var reply = await http.SendAsync(request);
        var said = await reply.Content.ReadAsStringAsync();
        if (!reply.IsSuccessStatusCode)
        {
            return new((int)reply.StatusCode, said, null);
        }

        using var saved = JsonDocument.Parse(said);
        return new((int)reply.StatusCode, said, saved.RootElement.GetProperty("etag").GetString());
    }

    /// <summary>The version that stands there; null where none does.</summary>
    public static async Task<string?> VersionAsync(HttpClient http, string path)
    {
        using var reply = await http.GetAsync(AddressOf(path));
        return reply.IsSuccessStatusCode ? reply.Headers.ETag?.ToString() : null;
    }

    public static async Task<int> DeleteAsync(HttpClient http, string path, string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, AddressOf(path));
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(version));
        using var reply = await http.SendAsync(request);
        return (int)reply.StatusCode;
    }

    private static string AddressOf(string path) => $"/api/editor/files?path={Uri.EscapeDataString(path)}";
}

/// <param name="Status">Of the answer.</param>
/// <param name="Said">What it said.</param>
/// <param name="Version">The ETag that the file has now; null where it was not saved.</param>
internal sealed record Saved(int Status, string Said, string? Version);
