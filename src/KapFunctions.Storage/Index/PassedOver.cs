using System.Diagnostics.Metrics;
using KapFunctions.Storage.Account;

namespace KapFunctions.Storage.Index;

/// <summary>Counts what only a newer program understands; a number that stays tells of a release that was not finished.</summary>
internal static class PassedOver
{
    private static readonly Counter<long> Passed = new Meter(StorageCalls.MeterName).CreateCounter<long>(
        "kapfunctions.index.passed_over",
        "{row}",
        "Rows and changes of kinds that only a newer release knows."
    );

    public static void Count(IndexRow row)
    {
        if (row is UnknownRow)
        {
            Passed.Add(1, new KeyValuePair<string, object?>("kapfunctions.index.what", "row"));
        }
    }

    public static void Count(LogEntry entry)
    {
        if (entry.Kind == ChangeKind.Unknown)
        {
            Passed.Add(1, new KeyValuePair<string, object?>("kapfunctions.index.what", "change"));
        }

        foreach (var change in entry.Rows)
        {
            if (change.Row is { } row)
            {
                Count(row);
            }
        }
    }
}
