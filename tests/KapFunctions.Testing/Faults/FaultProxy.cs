using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Testing.Faults;

/// <summary>Stands between the storage SDK and one storage endpoint, counts the calls and disturbs them as planned.</summary>
/// <remarks>A SharedKey signature covers the path and not the host, so a signed call survives the change of port.</remarks>
public sealed class FaultProxy : IAsyncDisposable
{
    private static readonly HashSet<string> HopByHop = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection",
        "Host",
        "Keep-Alive",
        "Transfer-Encoding",
    };

    private readonly Uri target;
    private readonly WebApplication app;
    private readonly HttpMessageInvoker client = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
        }
    );
    private readonly ConcurrentQueue<StorageCall> calls = new();
    private int count;

    private FaultProxy(Uri target)
    {
        this.target = target;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        app = builder.Build();
        app.Run(HandleAsync);
    }

    /// <summary>Where the storage SDK is to be pointed at.</summary>
    public Uri Address => new(app.Urls.Single());

    /// <summary>What happens to the calls from now on.</summary>
    public FaultPlan Plan { get; set; } = FaultPlan.Calm;

    /// <summary>Runs before a call is forwarded, so that a test can stop the world at the Nth call.</summary>
    public Func<StorageCall, Task>? BeforeForwarding { get; set; }

    /// <summary>The calls since the start or the last <see cref="Forget"/>, in order of arrival.</summary>
    public IReadOnlyList<StorageCall> Calls => [.. calls];

    /// <summary>Starts a proxy for the endpoint on a free loopback port.</summary>
    public static async Task<FaultProxy> StartAsync(Uri target, CancellationToken cancellation = default)
    {
        var proxy = new FaultProxy(target);
        await proxy.app.StartAsync(cancellation);
        return proxy;
    }

    /// <summary>Forgets the calls seen, so that the next one is number 1.</summary>
    public void Forget()
    {
        calls.Clear();
        Interlocked.Exchange(ref count, 0);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        client.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var raw = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var call = new StorageCall(Interlocked.Increment(ref count), context.Request.Method, raw);
        calls.Enqueue(call);
        if (BeforeForwarding is { } hook)
        {
            await hook(call);
        }

        var plan = Plan;
        var fault = plan.Draw(call);
        switch (fault)
        {
            case Fault.Unavailable:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            case Fault.ServerError:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case Fault.Forbidden:
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            case Fault.Reset:
                context.Abort();
                return;
            case Fault.Hang:
                await Task.Delay(Timeout.Infinite, context.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            case Fault.Delay:
                await Task.Delay(plan.Delay, context.RequestAborted);
                break;
        }

        await ForwardAsync(context, raw, fault);
    }

    private async Task ForwardAsync(HttpContext context, string raw, Fault fault)
    {
        using var request = Copy(context.Request, raw);
        using var response = await client.SendAsync(request, context.RequestAborted);
        var body = await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
        if (fault == Fault.DropReply)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)response.StatusCode;
        foreach (
            var (name, values) in response
                .Headers.Concat(response.Content.Headers)
                .Where(h => !HopByHop.Contains(h.Key))
        )
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await context.Response.Body.WriteAsync(
            fault == Fault.PartialBody ? body.AsMemory(0, body.Length / 2) : body,
            context.RequestAborted
        );
        if (fault == Fault.PartialBody)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }
    }

    private HttpRequestMessage Copy(HttpRequest incoming, string raw)
    {
        var uri = new Uri(
            target.GetLeftPart(UriPartial.Authority) + raw,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
        );
        var request = new HttpRequestMessage(new HttpMethod(incoming.Method), uri);
        var hasBody = incoming.ContentLength > 0 || incoming.Headers.TransferEncoding.Count > 0;
        request.Content = hasBody ? new StreamContent(incoming.Body) : new ByteArrayContent([]);
        foreach (var (name, values) in incoming.Headers.Where(h => !HopByHop.Contains(h.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                request.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        return request;
    }
}
