using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Reads what a caller sends, within a bound that holds whatever the caller says about its length.</summary>
internal static class RequestBody
{
    /// <summary>As many as the Azure host is told to let through (FUNCTIONS_REQUEST_BODY_SIZE_LIMIT), and the platform
    /// in front of it does. Where one of the two hung up earlier, the caller would get an empty 500, and never the 413
    /// of the function.</summary>
    public const long MaxBytesOfServer = 210_000_000;

    /// <summary>The bytes of the body; null where there are more than <paramref name="maxBytes"/>.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellation)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[16 << 10];
        while (await request.Body.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (bytes.Length + read > maxBytes)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    public static async Task<(T? Value, IResult? Problem)> ReadAsync<T>(
        HttpRequest request,
        JsonTypeInfo<T> type,
        int maxBytes,
        CancellationToken cancellation
    )
        where T : class
    {
        if (await ReadAsync(request, maxBytes, cancellation) is not { } bytes)
        {
            return (null, Problems.TooLarge(maxBytes));
        }

        try
        {
            return JsonSerializer.Deserialize(bytes, type) is { } value
                ? (value, null)
                : (null, Problems.InvalidBody("It is null."));
        }
        catch (JsonException malformed)
        {
            return (null, Problems.InvalidBody($"Line {malformed.LineNumber + 1} is not the JSON expected here."));
        }
    }
}
