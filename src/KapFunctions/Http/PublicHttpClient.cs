using System.Net;
using System.Net.Sockets;

namespace KapFunctions.Http;

/// <summary>Calls addresses that somebody else chose. It reaches only the public internet, whatever a name resolves to,
/// follows no redirects and uses no proxy, so that nobody has it knock at the doors of its own network.</summary>
internal static class PublicHttpClient
{
    // https://www.iana.org/assignments/iana-ipv4-special-registry and its counterpart for IPv6.
    private static readonly IPNetwork[] SpecialNetworks =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "::/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Makes a client; with <paramref name="allowPrivate"/> it reaches private addresses, and plain http,
    /// too.</summary>
    public static HttpClient Create(bool allowPrivate, TimeSpan timeout) =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                UseCookies = false,
                ConnectTimeout = timeout,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectCallback = (context, cancellation) => ConnectAsync(context, allowPrivate, cancellation),
            }
        )
        {
            Timeout = timeout,
        };

    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !SpecialNetworks.Any(network => network.Contains(plain));
    }

    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        bool allowPrivate,
        CancellationToken cancellation
    )
    {
        var endpoint = context.DnsEndPoint;
        if (!allowPrivate && context.InitialRequestMessage.RequestUri?.Scheme != Uri.UriSchemeHttps)
        {
            throw new HttpRequestException("Only https addresses are called.");
        }

        var addresses = await Dns.GetHostAddressesAsync(endpoint.Host, cancellation);
        var reachable = allowPrivate ? addresses : Array.FindAll(addresses, IsPublic);
        if (reachable.Length == 0)
        {
            throw new HttpRequestException($"{endpoint.Host} has no public address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(reachable, endpoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
