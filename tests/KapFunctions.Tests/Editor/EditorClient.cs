using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using KapFunctions.Testing;

namespace KapFunctions.Tests.Editor;

/// <summary>An editor at the API: reads and writes files with the key.</summary>
internal sealed class EditorClient(TestSite site, string key = TestSite.FunctionKey)
{
    public const string Absent = "";

    /// <summary>Reads a file, or one of its versions.</summary>
    public Task<Reply> ReadAsync(string path, string? version = null) =>
        SendAsync(
            HttpMethod.Get,
            $"{Address(path)}{(version is null ? "" : $"&version={Uri.EscapeDataString(version)}")}"
        );

    /// <summary>Writes a text over <paramref name="etag"/>; over <see cref="Absent"/> where the file is new.</summary>
    public Task<Reply> WriteAsync(string path, string text, string etag) =>
        WriteAsync(path, Encoding.UTF8.GetBytes(text), etag);

    /// <summary>Writes bytes.</summary>
    public Task<Reply> WriteAsync(string path, byte[] bytes, string etag) =>
        SendAsync(HttpMethod.Put, Address(path), new ByteArrayContent(bytes), Condition(etag));

    /// <summary>Deletes a file.</summary>
    public Task<Reply> DeleteAsync(string path, string etag) =>
        SendAsync(HttpMethod.Delete, Address(path), null, Condition(etag));

    /// <summary>Restores a version; null is the last one.</summary>
    public Task<Reply> RestoreAsync(string path, string? version, string? etag) =>
        SendAsync(
            HttpMethod.Post,
            "/api/editor/files/restore",
            new StringContent(
                JsonSerializer.Serialize(
                    new Dictionary<string, string?>
                    {
                        ["path"] = path,
                        ["version"] = version,
                        ["etag"] = etag,
                    }
                ),
                MediaTypeHeaderValue.Parse("application/json")
            )
        );

    /// <summary>The ids of the kept versions, the newest first.</summary>
    public async Task<IReadOnlyList<string>> VersionsAsync(string path)
    {
        var reply = await SendAsync(HttpMethod.Get, $"/api/editor/files/versions?path={Uri.EscapeDataString(path)}");
        return
        [
            .. reply.Json.GetProperty("versions").EnumerateArray().Select(one => one.GetProperty("id").GetString()!),
        ];
    }

    /// <summary>Any request, with the key.</summary>
    public async Task<Reply> SendAsync(
        HttpMethod method,
        string address,
        HttpContent? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        return await site.SendAsync(request, [("x-functions-key", key), .. headers]);
    }

    private static string Address(string path) => $"/api/editor/files?path={Uri.EscapeDataString(path)}";

    private static (string, string) Condition(string etag) =>
        etag == Absent ? ("If-None-Match", "*") : ("If-Match", etag);
}
