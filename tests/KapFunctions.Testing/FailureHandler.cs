using System.Net;
using Xunit.Sdk;

namespace KapFunctions.Testing;

/// <summary>Reads from a host in another process; an answer of 500 fails the test, as <see cref="FailureLog"/> does in this one.</summary>
internal sealed class FailureHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var response = await base.SendAsync(request, cancellationToken);
        return response.StatusCode == HttpStatusCode.InternalServerError
            ? throw new XunitException(
                $"{request.Method} {request.RequestUri} answered 500: {await response.Content.ReadAsStringAsync(cancellationToken)}"
            )
            : response;
    }
}
