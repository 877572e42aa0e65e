using System.Security.Cryptography;
using System.Text;

namespace KapFunctions.Importing.Shared;

/// <summary>Files of the old site, fetched one after the other while it still stands.</summary>
/// <param name="site">What paths without a host are completed with.</param>
/// <param name="pause">Between two requests.</param>
/// <param name="allowsPrivate">True where addresses of private networks may be asked, too.</param>
/// <param name="kept">A folder that keeps a copy of each, so that a run that was cut off goes on; null for none.</param>
internal sealed class WebMedia(Uri site, TimeSpan pause, bool allowsPrivate, string? kept = null) : IDisposable
{
    /// <summary>Hosts that failed this often in a row are not asked again: the site is gone.</summary>
    private const int MaxFailures = 5;

    private readonly PoliteClient client = new(pause, allowsPrivate ? null : PublicAddresses.IsPrivate);
    private readonly Dictionary<string, int> failures = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where it is there now, else why not.</summary>
    /// <exception cref="OperationCanceledException">The caller does not want it any more.</exception>
    public string? Get(string address, string file, long most, CancellationToken cancellation = default)
    {
        if (!Uri.TryCreate(site, address, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return "is no address of the web";
        }
        var copy = kept is null ? file : Path.Combine(kept, "media", NameOf(uri));
        if (!(kept is not null && File.Exists(copy)) && Fetch(uri, copy, most, cancellation) is { } why)
        {
            return why;
        }
        if (kept is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Copy(copy, file, overwrite: true);
        }
        return null;
    }

    public void Dispose() => client.Dispose();

    private string? Fetch(Uri uri, string file, long most, CancellationToken cancellation)
    {
        if (failures.GetValueOrDefault(uri.Host) >= MaxFailures)
        {
            return $"{uri.Host} answered no more";
        }
        try
        {
            var why = client.Get(
                uri,
                (answer, body, token) => SaveAsync(answer, body, file, most, token),
                cancellation
            );
            failures[uri.Host] = 0;
            return why;
        }
        catch (Exception failure)
            when (failure is HttpRequestException or OperationCanceledException or IOException
                && !cancellation.IsCancellationRequested
            )
        {
            failures[uri.Host] = failures.GetValueOrDefault(uri.Host) + 1;
            return failure is OperationCanceledException ? "took too long" : failure.Message;
        }
    }

    /// <summary>Under its name only when it is whole.</summary>
    private static async Task<string?> SaveAsync(
        HttpResponseMessage answer,
        Stream body,
        string file,
        long most,
        CancellationToken cancellation
    )
    {
        if (!answer.IsSuccessStatusCode)
        {
            return $"was answered with {(int)answer.StatusCode}";
        }
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            return "is a page and no file";
        }
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = file + ".part";
        var isWhole = await CopyAsync(body, draft, most, cancellation);
        if (isWhole)
        {
            File.Move(draft, file, overwrite: true);
            return null;
        }
        File.Delete(draft);
        return $"is larger than {most >> 20} MiB";
    }

    private static async Task<bool> CopyAsync(Stream body, string file, long most, CancellationToken cancellation)
    {
        await using var to = File.Create(file);
        var buffer = new byte[81_920];
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0; )
        {
            if (to.Length + read > most)
            {
                return false;
            }
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
        return true;
    }

    private static string NameOf(Uri address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)))[..32];
}
