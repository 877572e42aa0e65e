using System.Collections.Concurrent;
using Microsoft.Net.Http.Headers;

namespace KapFunctions.Http;

/// <summary>Which of our encodings a caller takes, from its Accept-Encoding header.</summary>
internal readonly record struct AcceptedEncodings(bool Brotli, bool Gzip)
{
    /// <summary>Real clients send a handful of values, so they are parsed once; hostile ones do not fill the memory.</summary>
    private const int MaxRemembered = 256;

    private static readonly ConcurrentDictionary<string, AcceptedEncodings> Remembered = new(StringComparer.Ordinal);

    public static AcceptedEncodings Parse(string header)
    {
        if (Remembered.TryGetValue(header, out var known))
        {
            return known;
        }

        var parsed = ParseHeader(header);
        if (Remembered.Count < MaxRemembered)
        {
            Remembered.TryAdd(header, parsed);
        }

        return parsed;
    }

    private static AcceptedEncodings ParseHeader(string header)
    {
        if (!StringWithQualityHeaderValue.TryParseList([header], out var values))
        {
            return default;
        }

        return new(Accepts("br"), Accepts("gzip"));

        bool Accepts(string encoding) =>
            values.Any(value =>
                value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is not 0
            );
    }
}
