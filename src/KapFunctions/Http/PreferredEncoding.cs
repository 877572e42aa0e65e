using System.Collections.Concurrent;
using Microsoft.Net.Http.Headers;

namespace KapFunctions.Http;

/// <summary>The encoding that Accept-Encoding prefers (RFC 9110, section 12.5.3).</summary>
internal static class PreferredEncoding
{
    public const string Brotli = "br";
    public const string Gzip = "gzip";

    private const string Identity = "identity";

    // Real clients send a handful of values, so they are parsed once; hostile ones do not fill the memory.
    private const int MaxRemembered = 256;

    private static readonly ConcurrentDictionary<string, string> Remembered = new(StringComparer.Ordinal);

    /// <summary>The encoding; null for plain bytes. Brotli, which is smaller, where a caller likes both as much. Who
    /// refuses plain bytes and takes nothing that we have still gets those.</summary>
    public static string? Of(string? header)
    {
        if (string.IsNullOrEmpty(header))
        {
            return null;
        }

        if (!Remembered.TryGetValue(header, out var known))
        {
            known = Best(header);
            if (Remembered.Count < MaxRemembered)
            {
                Remembered.TryAdd(header, known);
            }
        }

        return known == Identity ? null : known;
    }

    private static string Best(string header)
    {
        if (!StringWithQualityHeaderValue.TryParseList([header], out var values))
        {
            return Identity;
        }

        // Plain bytes are taken unless they are refused, but wanted only where that is said.
        var plain = Named(Identity) ?? 0;
        var (brotli, gzip) = (Quality(Brotli), Quality(Gzip));
        return brotli > 0 && brotli >= gzip && brotli >= plain ? Brotli
            : gzip > 0 && gzip >= plain ? Gzip
            : Identity;

        double Quality(string encoding) => Named(encoding) ?? Named("*") ?? 0;

        double? Named(string encoding) =>
            values.FirstOrDefault(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase))
                is { } named
                ? named.Quality ?? 1
                : null;
    }
}
