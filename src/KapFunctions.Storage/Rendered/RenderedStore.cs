using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using KapFunctions.Content;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Files;

namespace KapFunctions.Storage.Rendered;

/// <summary>What rendering a source came to, as it is kept: the body, where there is one, and the problems.</summary>
public sealed record RenderedDocument(PostBody? Body, IReadOnlyList<Problem> Problems);

/// <summary>What is made from the sources, under names that say what went in, so that writing the same thing twice changes
/// nothing. Everything here but the good sources and the history can be thrown away.</summary>
public sealed class RenderedStore(StorageClients clients)
{
    /// <summary>
    /// The name of what <paramref name="source"/> renders to; <paramref name="settings"/> is the fingerprint of those that
    /// it uses.
    /// </summary>
    public static string DocumentName(SourceFile source, string settings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{PostRenderer.Version}\n{settings}\n{source.Path}\n"));
        hash.AppendData(source.Bytes.Span);
        return "bodies/" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Of a document that holds nothing but a problem.</summary>
    public static string ReportName(Problem problem) =>
        DocumentName(
            new(problem.File, Encoding.UTF8.GetBytes(problem.Code + problem.Message + problem.Mend)),
            settings: ""
        );

    /// <summary>Of the document with what is wrong with a source; null where nothing is.</summary>
    public static string? ReportName(Source source, IReadOnlyList<Problem> problems) =>
        source.Refusal is { } refusal ? ReportName(refusal)
        : problems.Count > 0 ? DocumentName(source.File, settings: "")
        : null;

    public static string GoodName(SourceFile source) =>
        "good/" + Convert.ToHexStringLower(SHA256.HashData(source.Bytes.Span));

    public Task PutDocumentAsync(string name, RenderedDocument document, CancellationToken cancellation) =>
        PutAsync(
            name,
            JsonSerializer.SerializeToUtf8Bytes(document, RenderedJson.Default.RenderedDocument),
            cancellation
        );

    public Task PutGoodAsync(string name, SourceFile source, CancellationToken cancellation) =>
        PutAsync(name, source.Bytes, cancellation);

    public async Task<RenderedNames> ReadNamesAsync(CancellationToken cancellation)
    {
        var names = new RenderedNames();
        foreach (var prefix in RenderedNames.Prefixes)
        {
            var options = new GetBlobsOptions { Prefix = prefix, Traits = BlobTraits.Metadata };
            await foreach (var blob in clients.Rendered.GetBlobsAsync(options, cancellation))
            {
                if (ContentChecksum.IsWhole(blob.Metadata, blob.Properties.ContentHash))
                {
                    names.Add(blob.Name);
                }
            }
        }

        return names;
    }

    /// <summary>Reads what a source rendered to; null where it is missing or was corrupted, which is the same.</summary>
    public async Task<RenderedDocument?> ReadDocumentAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(name, cancellation) is { } bytes
                ? JsonSerializer.Deserialize(bytes.Span, RenderedJson.Default.RenderedDocument)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads the body of a good version; null where it is missing or was corrupted.</summary>
    public async Task<PostBody?> ReadBodyAsync(string name, CancellationToken cancellation) =>
        (await ReadDocumentAsync(name, cancellation))?.Body;

    /// <summary>Reads the source of a good version; null where it is missing or was corrupted.</summary>
    public Task<ReadOnlyMemory<byte>?> ReadGoodAsync(string name, CancellationToken cancellation) =>
        ReadAsync(name, cancellation);

    private Task PutAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        ContentChecksum.PutAsync(clients.Rendered.GetBlobClient(name), bytes, cancellation);

    private Task<ReadOnlyMemory<byte>?> ReadAsync(string name, CancellationToken cancellation) =>
        NotFound.AsNullAsync<ReadOnlyMemory<byte>?>(async () =>
        {
            var blob = (await clients.Rendered.GetBlobClient(name).DownloadContentAsync(cancellation)).Value;
            var bytes = blob.Content.ToMemory();
            // Said with its type: a bare null would become an empty memory.
            return ContentChecksum.IsWhole(blob.Details.Metadata, bytes.Span) ? bytes : (ReadOnlyMemory<byte>?)null;
        });
}
