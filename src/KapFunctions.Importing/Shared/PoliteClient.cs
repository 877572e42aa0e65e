using System.Net;

namespace KapFunctions.Importing.Shared;

/// <summary>One request at a time with a pause between two, and a wait where the other side asks for one.</summary>
/// <param name="pause">Between two requests.</param>
/// <param name="refuses">What may not be connected to, whoever leads there; null where everything may.</param>
internal sealed class PoliteClient(TimeSpan pause, Func<IPAddress, bool>? refuses) : IDisposable
{
    private const int MaxAttempts = 4;
    private const int MaxRedirects = 5;

    /// <summary>For an answer with all of its bytes: one that drips holds nothing up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Who asks for a longer wait is asked again by the next run.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(2);

    private readonly HttpClient client = new(
        new SocketsHttpHandler
        {
            MaxAutomaticRedirections = MaxRedirects,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            ConnectCallback = refuses is null
                ? null
                : (context, cancellation) => PublicAddresses.ConnectAsync(context, refuses, cancellation),
        }
    )
    {
        Timeout = Patience,
    };

    /// <summary>What <paramref name="read"/> makes of the answer; one of 429 or 503 is read only where waiting did not help.</summary>
    /// <exception cref="HttpRequestException">It cannot be had.</exception>
    /// <exception cref="IOException">It broke off.</exception>
    /// <exception cref="OperationCanceledException">It took too long, or the caller does not want it any more.</exception>
    public T Get<T>(
        Uri address,
        Func<HttpResponseMessage, Stream, CancellationToken, Task<T>> read,
        CancellationToken cancellation
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            cancellation.WaitHandle.WaitOne(pause);
            cancellation.ThrowIfCancellationRequested();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.UserAgent.ParseAdd("kap-import");
            using var answer = client.Send(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            var isBusy = answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;
            if (isBusy && attempt < MaxAttempts && WaitOf(answer) is var wait && wait <= MaxWait)
            {
                cancellation.WaitHandle.WaitOne(wait);
                continue;
            }
            using var body = answer.Content.ReadAsStream(patience.Token);
            return read(answer, body, patience.Token).GetAwaiter().GetResult();
        }
    }

    /// <summary>Up to <paramref name="most"/> bytes, and whether there are more.</summary>
    public static async Task<(byte[] Bytes, bool IsCut)> ReadAsync(
        Stream body,
        int most,
        CancellationToken cancellation
    )
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0; )
        {
            if (kept.Length + read > most)
            {
                kept.Write(buffer, 0, (int)(most - kept.Length));
                return (kept.ToArray(), true);
            }
            kept.Write(buffer, 0, read);
        }
        return (kept.ToArray(), false);
    }

    public void Dispose() => client.Dispose();

    /// <summary>https://www.rfc-editor.org/rfc/rfc9110#name-retry-after: seconds, or a date.</summary>
    private static TimeSpan WaitOf(HttpResponseMessage answer)
    {
        var wait =
            answer.Headers.RetryAfter?.Delta
            ?? answer.Headers.RetryAfter?.Date - (answer.Headers.Date ?? TimeProvider.System.GetUtcNow())
            ?? UsualWait;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
