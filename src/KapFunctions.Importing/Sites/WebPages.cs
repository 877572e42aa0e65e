using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Sites;

/// <param name="Address">Where it was in the end, behind redirections.</param>
internal sealed record WebPage(Uri Address, int Status, string Text);

/// <summary>Pages of one site, asked for one after the other with a pause, and kept on disk so that a run that was cut off goes on.</summary>
/// <param name="folder">Where pages are kept.</param>
/// <param name="pause">Between two requests.</param>
/// <param name="allowsPrivate">True where addresses of private networks may be asked, too.</param>
internal sealed class WebPages(string folder, TimeSpan pause, bool allowsPrivate) : IDisposable
{
    /// <summary>In bytes; what is larger is no text.</summary>
    private const int MaxBytes = 5 << 20;

    private const int MaxAttempts = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(30);

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

    /// <summary>Null where it cannot be had; <paramref name="why"/> says so.</summary>
    public WebPage? Get(Uri address, out string why, CancellationToken cancellation)
    {
        var kept = Path.Combine(folder, NameOf(address));
        why = "";
        if (Read(kept) is { } page)
        {
            return page;
        }
        for (var attempt = 1; ; attempt++)
        {
            cancellation.WaitHandle.WaitOne(pause);
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var (fetched, wait) = Fetch(address, cancellation);
                if (fetched.Status is not (429 or 503) || attempt == MaxAttempts)
                {
                    why = fetched.Status is >= 200 and < 300 ? "" : $"was answered with {fetched.Status}";
                    Keep(kept, fetched);
                    return fetched;
                }
                cancellation.WaitHandle.WaitOne(wait);
            }
            catch (Exception failure)
                when (failure is HttpRequestException or IOException or OperationCanceledException
                    && !cancellation.IsCancellationRequested
                )
            {
                if (attempt >= 2)
                {
                    why = failure is OperationCanceledException ? "took too long" : failure.Message;
                    return null;
                }
            }
        }
    }

    public void Dispose() => client.Dispose();

    private (WebPage Page, TimeSpan Wait) Fetch(Uri address, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.ParseAdd("kap-import");
        using var answer = client.Send(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        using var body = answer.Content.ReadAsStream(patience.Token);
        var bytes = new byte[MaxBytes];
        var length = 0;
        for (int read; length < bytes.Length && (read = body.Read(bytes, length, bytes.Length - length)) > 0; )
        {
            patience.Token.ThrowIfCancellationRequested();
            length += read;
        }
        var wait = answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(2);
        return (
            new(
                answer.RequestMessage?.RequestUri ?? address,
                (int)answer.StatusCode,
                EncodingOf(answer).GetString(bytes, 0, length)
            ),
            wait < MaxPause ? wait : MaxPause
        );
    }

    private static Encoding EncodingOf(HttpResponseMessage answer)
    {
        var named = answer.Content.Headers.ContentType?.CharSet?.Trim('"');
        return named is not null && named.StartsWith("iso-8859", StringComparison.OrdinalIgnoreCase)
            ? Encoding.Latin1
            : Encoding.UTF8;
    }

    private static WebPage? Read(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }
        var lines = File.ReadAllText(file).Split('\n', 3);
        return
            lines.Length == 3
            && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var status)
            && Uri.TryCreate(lines[1], UriKind.Absolute, out var address)
            ? new(address, status, lines[2])
            : null;
    }

    private void Keep(string file, WebPage page)
    {
        Directory.CreateDirectory(folder);
        var draft = file + ".part";
        File.WriteAllText(
            draft,
            string.Create(CultureInfo.InvariantCulture, $"{page.Status}\n{page.Address.AbsoluteUri}\n{page.Text}")
        );
        File.Move(draft, file, overwrite: true);
    }

    private static string NameOf(Uri address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)))[..32];
}
