using System.Net;

namespace KapFunctions.Importing.Shared;

/// <summary>Files of the old site, fetched one after the other while it still stands.</summary>
/// <param name="site">What paths without a host are completed with.</param>
/// <param name="allowsPrivate">True where addresses of private networks may be asked, too.</param>
internal sealed class WebMedia(Uri site, bool allowsPrivate) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Hosts that failed this often in a row are not asked again: the site is gone.</summary>
    private const int MaxFailures = 5;

    private readonly HttpClient client = new(
        new SocketsHttpHandler
        {
            MaxAutomaticRedirections = 5,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            ConnectCallback = allowsPrivate ? null : PublicAddresses.ConnectAsync,
        }
    )
    {
        Timeout = Patience,
    };

    private readonly Dictionary<string, int> failures = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where it is there now, else why not.</summary>
    public string? Get(string address, string file, long most)
    {
        if (!Uri.TryCreate(site, address, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return "is no address of the web";
        }
        if (failures.GetValueOrDefault(uri.Host) >= MaxFailures)
        {
            return $"{uri.Host} answered no more";
        }
        try
        {
            var why = Fetch(uri, file, most);
            failures[uri.Host] = 0;
            return why;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            failures[uri.Host] = failures.GetValueOrDefault(uri.Host) + 1;
            return failure is OperationCanceledException ? "took too long" : failure.Message;
        }
    }

    public void Dispose() => client.Dispose();

    private string? Fetch(Uri uri, string file, long most)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.UserAgent.ParseAdd("kap-import");
        using var answer = client.Send(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        if (!answer.IsSuccessStatusCode)
        {
            return $"was answered with {(int)answer.StatusCode}";
        }
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            return "is a page and no file";
        }
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using (var body = answer.Content.ReadAsStream(patience.Token))
        using (var to = File.Create(file))
        {
            var buffer = new byte[81_920];
            for (int read; (read = body.Read(buffer)) > 0 && to.Length <= most; )
            {
                patience.Token.ThrowIfCancellationRequested();
                to.Write(buffer, 0, read);
            }
            if (to.Length <= most)
            {
                return null;
            }
        }
        File.Delete(file);
        return "is larger than 25 MiB";
    }
}
