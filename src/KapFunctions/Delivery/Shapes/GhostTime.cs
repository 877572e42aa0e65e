using System.Globalization;

namespace KapFunctions.Delivery.Shapes;

/// <summary>Times as Ghost writes them: UTC, milliseconds, a numeric offset.</summary>
internal static class GhostTime
{
    /// <summary><c>2024-01-01T00:00:00.000+00:00</c></summary>
    public static string Format(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'", CultureInfo.InvariantCulture);
}
