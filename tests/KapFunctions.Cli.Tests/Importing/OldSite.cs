using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KapFunctions.Cli.Tests.Importing;

/// <summary>A site on this machine that is to be moved: its answers by path.</summary>
internal sealed class OldSite : IDisposable
{
    private readonly HttpListener server = new();

    public OldSite()
    {
        for (var attempt = 0; ; attempt++)
        {
            // A port that is free now; another one where somebody takes it in between.
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            try
            {
                server.Prefixes.Clear();
                server.Prefixes.Add($"http://127.0.0.1:{port}/");
                server.Start();
                Address = $"http://127.0.0.1:{port}";
                break;
            }
            catch (HttpListenerException) when (attempt < 20) { }
        }
        _ = ServeAsync();
    }

    public string Address { get; }

    public Dictionary<string, (string Type, string Body)> Answers { get; } = [];

    public Dictionary<string, string> Redirects { get; } = [];

    /// <summary>How often a path is answered with 429 before it has an answer, and for how many seconds it asks to be left alone.</summary>
    public Dictionary<string, (int Times, int Seconds)> Busy { get; } = [];

    /// <summary>In UTC, in the order of the requests.</summary>
    public List<(string Path, DateTimeOffset At)> Requests { get; } = [];

    public IEnumerable<string> Asked => Requests.Select(request => request.Path);

    public void Dispose() => server.Close();

    private async Task ServeAsync()
    {
        while (server.IsListening)
        {
            try
            {
                var context = await server.GetContextAsync();
                var path = context.Request.Url!.AbsolutePath;
                Requests.Add((path, DateTimeOffset.UtcNow));
                if (Busy.TryGetValue(path, out var busy) && busy.Times > 0)
                {
                    Busy[path] = busy with { Times = busy.Times - 1 };
                    context.Response.StatusCode = 429;
                    context.Response.AddHeader("Retry-After", busy.Seconds.ToString(CultureInfo.InvariantCulture));
                }
                else if (Redirects.TryGetValue(path, out var to))
                {
                    context.Response.Redirect(to);
                }
                else if (Answers.TryGetValue(path, out var answer))
                {
                    context.Response.ContentType = answer.Type;
                    await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer.Body));
                }
                else
                {
                    context.Response.StatusCode = 404;
                }
                context.Response.Close();
            }
            catch (Exception closed)
                when (closed is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }
}
