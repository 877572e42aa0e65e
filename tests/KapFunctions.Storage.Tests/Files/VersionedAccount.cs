using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using KapFunctions.Storage.Account;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Storage.Tests.Files;

/// <summary>
/// A storage account that keeps every version of a blob, which Azurite cannot: as much of the service's interface as the
/// files of the desk and an erasure use, https://learn.microsoft.com/azure/storage/blobs/versioning-overview. Its queues
/// and tables are those of another account.
/// </summary>
internal sealed class VersionedAccount : IAsyncDisposable
{
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const string MetadataPrefix = "x-ms-meta-";

    private readonly ConcurrentQueue<string> asked = new();
    private readonly List<Version> versions = [];
    private readonly Dictionary<string, byte[]> blocks = [];
    private readonly WebApplication app;
    private readonly string? beside;
    private int made;

    private VersionedAccount(string? beside)
    {
        this.beside = beside;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapFallback("{account}/{container}/{**path}", Answer);
    }

    /// <summary>Every request, as its method and its question.</summary>
    public IReadOnlyCollection<string> Asked => asked;

    /// <summary>What of its blobs, their older versions included, holds <paramref name="word"/>.</summary>
    public IReadOnlyList<string> Holding(string word)
    {
        lock (versions)
        {
            return
            [
                .. versions
                    .Where(one => Encoding.UTF8.GetString(one.Content).Contains(word, StringComparison.Ordinal))
                    .Select(one => one.Path),
            ];
        }
    }

    public StorageClients Clients
    {
        get
        {
            var address = app.Urls.Single();
            var parts = (
                beside
                ?? $"AccountName=account;AccountKey={Key};QueueEndpoint={address}/account;TableEndpoint={address}/account"
            )
                .Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Where(part => !part.StartsWith("BlobEndpoint=", StringComparison.Ordinal));
            return StorageClients.FromConnectionString($"{string.Join(';', parts)};BlobEndpoint={address}/account");
        }
    }

    /// <summary>Starts one; <paramref name="beside"/> connects to the account with its queues and tables.</summary>
    public static async Task<VersionedAccount> StartAsync(string? beside = null)
    {
        var account = new VersionedAccount(beside);
        await account.app.StartAsync();
        return account;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<IResult> Answer(HttpRequest request, string container, string? path)
    {
        path = path is null ? container : $"{container}/{path}";
        asked.Enqueue($"{request.Method} {request.Query["comp"]}");
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content);
        lock (versions)
        {
            return (request.Method, request.Query["comp"].ToString()) switch
            {
                ("GET", "list") => List(container, request.Query["prefix"].ToString()),
                ("GET" or "HEAD", "") when request.Query["restype"] == "container" => Results.Ok(),
                ("GET" or "HEAD", "") => Read(request, path),
                ("PUT", "") => Write(request, path, content.ToArray()),
                ("PUT", "block") => Stage(request, content.ToArray()),
                ("PUT", "blocklist") => Write(request, path, Staged(content)),
                ("PUT", "lease") => Lease(request),
                ("DELETE", "") => Delete(request, path),
                _ => Refusal(request, 400, "NotWhatAVersionedAccountIsAskedFor"),
            };
        }
    }

    private IResult Read(HttpRequest request, string path)
    {
        var id = request.Query["versionid"].ToString();
        var found = versions.Find(one => one.Path == path && (id.Length > 0 ? one.Id == id : one.IsCurrent));
        if (found is null)
        {
            return Refusal(request, 404, "BlobNotFound");
        }

        if (request.Headers.IfMatch is [{ } wanted] && wanted != found.ETag)
        {
            return Refusal(request, 412, "ConditionNotMet");
        }

        Describe(request, found);
        request.HttpContext.Response.ContentLength = found.Content.Length;
        return request.Method == "HEAD" ? Results.Ok() : Results.Bytes(found.Content, "text/markdown");
    }

    private IResult Stage(HttpRequest request, byte[] content)
    {
        blocks[request.Query["blockid"].ToString()] = content;
        return Results.StatusCode(201);
    }

    private byte[] Staged(MemoryStream list)
    {
        list.Position = 0;
        return [.. XDocument.Load(list).Root!.Elements().SelectMany(block => blocks[block.Value])];
    }

    private IResult Write(HttpRequest request, string path, byte[] content)
    {
        var current = versions.Find(one => one.Path == path && one.IsCurrent);
        if (request.Headers.IfNoneMatch == "*" && current is not null)
        {
            return Refusal(request, 409, "BlobAlreadyExists");
        }

        if (request.Headers.IfMatch is [{ } wanted] && wanted != current?.ETag)
        {
            return Refusal(request, 412, "ConditionNotMet");
        }

        Retire(current);
        var written = new Version(
            path,
            $"2026-01-01T00:00:{++made:00}.0000000Z",
            $"\"0x{made:X}\"",
            content,
            request
                .Headers.Where(header => header.Key.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
                .ToDictionary(header => header.Key[MetadataPrefix.Length..], header => header.Value.ToString()),
            IsCurrent: true
        );
        versions.Add(written);
        Describe(request, written);
        return Results.StatusCode(201);
    }

    /// <summary>Nobody else wants one.</summary>
    private static IResult Lease(HttpRequest request)
    {
        request.HttpContext.Response.Headers["x-ms-lease-id"] = Guid.Empty.ToString();
        return Results.StatusCode(request.Headers["x-ms-lease-action"] == "acquire" ? 201 : 200);
    }

    /// <summary>Without a version's id what stands there becomes an older version; with one, that version is gone.</summary>
    private IResult Delete(HttpRequest request, string path)
    {
        if (request.Query["versionid"] is [{ } id])
        {
            return versions.RemoveAll(one => one.Path == path && one.Id == id) > 0
                ? Results.StatusCode(202)
                : Refusal(request, 404, "BlobNotFound");
        }

        var current = versions.Find(one => one.Path == path && one.IsCurrent);
        if (current is null)
        {
            return Refusal(request, 404, "BlobNotFound");
        }

        Retire(current);
        return Results.StatusCode(202);
    }

    private void Retire(Version? current)
    {
        if (current is not null)
        {
            versions[versions.IndexOf(current)] = current with { IsCurrent = false };
        }
    }

    private IResult List(string container, string prefix) =>
        Results.Text(
            new XElement(
                "EnumerationResults",
                new XElement(
                    "Blobs",
                    versions
                        .Where(one => one.Path.StartsWith($"{container}/{prefix}", StringComparison.Ordinal))
                        .Select(one => new XElement(
                            "Blob",
                            new XElement("Name", one.Path[(container.Length + 1)..]),
                            new XElement("VersionId", one.Id),
                            one.IsCurrent ? new XElement("IsCurrentVersion", true) : null,
                            new XElement(
                                "Properties",
                                new XElement("Last-Modified", one.At.ToString("R", CultureInfo.InvariantCulture)),
                                new XElement("Etag", one.ETag.Trim('"')),
                                new XElement("Content-Length", one.Content.Length),
                                new XElement("BlobType", "BlockBlob")
                            ),
                            new XElement("Metadata", one.Metadata.Select(mark => new XElement(mark.Key, mark.Value)))
                        ))
                ),
                new XElement("NextMarker")
            ).ToString(),
            "application/xml"
        );

    private static void Describe(HttpRequest request, Version version)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ETag = version.ETag;
        headers.LastModified = version.At.ToString("R", CultureInfo.InvariantCulture);
        headers["x-ms-version-id"] = version.Id;
        headers["x-ms-blob-type"] = "BlockBlob";
    }

    private static IResult Refusal(HttpRequest request, int status, string code)
    {
        request.HttpContext.Response.Headers["x-ms-error-code"] = code;
        return Results.StatusCode(status);
    }

    private sealed record Version(
        string Path,
        string Id,
        string ETag,
        byte[] Content,
        IReadOnlyDictionary<string, string> Metadata,
        bool IsCurrent
    )
    {
        public DateTimeOffset At => DateTimeOffset.Parse(Id, CultureInfo.InvariantCulture);
    }
}
