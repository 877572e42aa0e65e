using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace KapFunctions.Telemetry;

/// <summary>What is measured and traced. It costs next to nothing while nobody listens. Names and units follow
/// https://opentelemetry.io/docs/specs/semconv/general/naming/ and are listed in docs/operations.md.</summary>
internal static class Instruments
{
    public const string Name = "KapFunctions";

    public const string PathTag = "kapfunctions.path";

    private const string Result = "kapfunctions.cache.result";

    private static readonly Meter Meter = new(Name);
    private static readonly KeyValuePair<string, object?> Hit = new(Result, "hit");
    private static readonly KeyValuePair<string, object?> Miss = new(Result, "miss");

    private static readonly Counter<long> Lookups = Meter.CreateCounter<long>(
        "kapfunctions.cache.lookups",
        "{lookup}",
        "Answers looked for among the finished ones."
    );

    private static readonly Histogram<double> PublishLag = Meter.CreateHistogram<double>(
        "kapfunctions.publish.lag",
        "s",
        "From a file's upload until its change was committed."
    );

    private static readonly Histogram<double> RenderDuration = Meter.CreateHistogram<double>(
        "kapfunctions.render.duration",
        "s",
        "How long rendering a file took."
    );

    public static readonly ActivitySource Activities = new(Name);

    public static void Looked(bool found) => Lookups.Add(1, found ? Hit : Miss);

    public static void Published(TimeSpan lag) => PublishLag.Record(Math.Max(0, lag.TotalSeconds));

    public static void Rendered(TimeSpan elapsed) => RenderDuration.Record(elapsed.TotalSeconds);
}
