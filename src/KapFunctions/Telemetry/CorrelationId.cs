using Microsoft.AspNetCore.Http;

namespace KapFunctions.Telemetry;

/// <summary>A name for one request that its caller, its answer and the log share: the caller's own where it brings a
/// well-formed one, else a new one.</summary>
internal static class CorrelationId
{
    public const string Header = "X-Correlation-Id";

    public const string LogName = "CorrelationId";

    // A UUID has 36.
    private const int MaxLength = 64;

    /// <summary>The name of this request, once <see cref="Begin"/> gave it one.</summary>
    public static string Of(HttpContext context) => context.TraceIdentifier;

    public static void Begin(HttpContext context) =>
        context.TraceIdentifier =
            context.Request.Headers[Header] is [{ } given] && IsWellFormed(given) ? given : NewName();

    // A name is no secret, so it need not cost a call of the system's generator.
    private static string NewName()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    // It goes into logs and headers: letters, digits, dots, dashes and underscores only.
    private static bool IsWellFormed(string text) =>
        text.Length is > 0 and <= MaxLength
        && text.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_' or '.');
}
