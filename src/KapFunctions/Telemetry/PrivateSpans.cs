using System.Diagnostics;
using OpenTelemetry;

namespace KapFunctions.Telemetry;

/// <summary>Leaves of a span what is listed here, so that nothing which an instrumentation may add goes out by itself:
/// no query, no header, no address that is a secret.</summary>
internal sealed class PrivateSpans : BaseProcessor<Activity>
{
    private const string Address = "url.full";
    private const string Path = "url.path";
    private const string Method = "http.request.method";
    private const string Status = "http.response.status_code";

    // Links to previews carry their right to read in the path.
    private const string Previews = "/api/preview/";

    private static readonly HashSet<string> Sent =
    [
        "error.type",
        Method,
        "http.request.resend_count",
        "http.route",
        Status,
        Instruments.PathTag,
        "network.protocol.version",
        "server.address",
        "server.port",
        "url.scheme",
        Address,
        Path,
    ];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, value) in data.TagObjects.ToList())
        {
            if (!Sent.Contains(name))
            {
                data.SetTag(name, null);
            }
            else if (name == Address)
            {
                data.SetTag(name, OriginOf(value as string));
            }
            else if (name == Path && !IsPublic(value as string, data))
            {
                data.SetTag(name, null);
            }
        }

        // A description is an exception's message.
        data.SetStatus(data.Status);
    }

    // Where a call went; paths of webhooks and queries of storage may be keys.
    private static string? OriginOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) + "/" : null;

    // What led nowhere may be anything that somebody mistyped; a preflight is answered wherever it leads.
    private static bool IsPublic(string? path, Activity request) =>
        path is not null
        && request.GetTagItem(Status) is int and < 400
        && request.GetTagItem(Method) is not "OPTIONS"
        && !path.StartsWith(Previews, StringComparison.OrdinalIgnoreCase);
}
