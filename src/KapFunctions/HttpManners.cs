using KapFunctions.Http;
using KapFunctions.Settings;
using KapFunctions.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KapFunctions;

/// <summary>What happens before any function runs; both hosts call it.</summary>
internal sealed class HttpManners(Cors cors, SiteOptions site)
{
    /// <summary>Names the request and sets the headers that every answer has. Returns a preflight's answer, for which no
    /// function is to run.</summary>
    public IResult? Begin(HttpContext context)
    {
        CorrelationId.Begin(context);
        AddHeaders(context);
        return Cors.Preflight(context.Request);
    }

    /// <summary>Throws away what the function has begun to answer, but for the headers that every answer has.</summary>
    public void BeginAgain(HttpContext context)
    {
        context.Response.Clear();
        AddHeaders(context);
    }

    public static IDisposable? BeginScope(ILogger log, HttpContext context) =>
        log.BeginScope(new[] { KeyValuePair.Create<string, object>(CorrelationId.LogName, CorrelationId.Of(context)) });

    private void AddHeaders(HttpContext context)
    {
        context.Response.Headers[CorrelationId.Header] = CorrelationId.Of(context);
        if (site.IsHttpsAlone(site.Url))
        {
            context.Response.Headers.StrictTransportSecurity = SecurityHeaders.HttpsAlone;
        }

        cors.AddHeaders(context);
    }
}
