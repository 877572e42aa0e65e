using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;
using KapFunctions.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Tests.Editor;

/// <summary>
/// A storage account that keeps every version of a blob, which Azurite cannot: as much of the service's interface as the
/// files of the desk use, https://learn.microsoft.com/azure/storage/blobs/versioning-overview.
/// </summary>
internal sealed class VersionedAccount : IAsyncDisposable
{
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly ConcurrentQueue<string> asked = new();
    private readonly List<Version> versions = [];
    private readonly Dictionary<string, byte[]> blocks = [];
    private readonly WebApplication app;
    private int made;

    private VersionedAccount()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapFallback("account/content/{**path}", Answer);
    }

    /// <summary>Every request, as its method and its question.</summary>
    public IReadOnlyCollection<string> Asked => asked;

    public StorageClients Clients
    {
        get
        {
            var address = app.Urls.Single();
            return StorageClients.FromConnectionString(
                $"DefaultEndpointsProtocol=http;AccountName=account;AccountKey={Key};BlobEndpoint={address}/account;QueueEndpoint={address}/account;TableEndpoint={address}/account"
            );
        }
    }

    public static async Task<VersionedAccount> StartAsync()
    {
        var account = new VersionedAccount();
        await account.app.StartAsync();
        return account;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<IResult> Answer(HttpRequest request, string? path)
    {
        asked.Enqueue($"{request.Method} {request.Query["comp"]}");
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content);
        lock (versions)
        {
            return (request.Method, request.Query["comp"].ToString()) switch
            {
                ("GET", "list") => List(request.Query["prefix"].ToString()),
                ("GET" or "HEAD", "") => Read(request, path!),
                ("PUT", "") => Write(request, path!, content.ToArray()),
                ("PUT", "block") => Stage(request, content.ToArray()),
                ("PUT", "blocklist") => Write(request, path!, Staged(content)),
                ("DELETE", "") => Delete(request, path!),
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
            $"2026-01-01T00:00:0{++made}.0000000Z",
            $"\"0x{made:X}\"",
            content,
            IsCurrent: true
        );
        versions.Add(written);
        Describe(request, written);
        return Results.StatusCode(201);
    }

    private IResult Delete(HttpRequest request, string path)
    {
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

    private IResult List(string prefix) =>
        Results.Text(
            new XElement(
                "EnumerationResults",
                new XElement(
                    "Blobs",
                    versions
                        .Where(one => one.Path.StartsWith(prefix, StringComparison.Ordinal))
                        .Select(one => new XElement(
                            "Blob",
                            new XElement("Name", one.Path),
                            new XElement("VersionId", one.Id),
                            one.IsCurrent ? new XElement("IsCurrentVersion", true) : null,
                            new XElement(
                                "Properties",
                                new XElement("Last-Modified", one.At.ToString("R", CultureInfo.InvariantCulture)),
                                new XElement("Etag", one.ETag.Trim('"')),
                                new XElement("Content-Length", one.Content.Length),
                                new XElement("BlobType", "BlockBlob")
                            )
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

    private sealed record Version(string Path, string Id, string ETag, byte[] Content, bool IsCurrent)
    {
        public DateTimeOffset At => DateTimeOffset.Parse(Id, CultureInfo.InvariantCulture);
    }
}
