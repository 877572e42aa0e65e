using System.Globalization;
using KapFunctions.Benchmarks.Trust.Hostile;
using KapFunctions.Benchmarks.Trust.Twins;

namespace KapFunctions.Benchmarks.Trust;

/// <summary>Long trials of what readers and editors rely on; <c>tests/trust.sh</c> runs them. Each ends with 1 where a promise was broken.</summary>
internal static class TrustVerbs
{
    private static readonly TimeSpan Endless = TimeSpan.FromDays(1);

    public static async Task<int> RunAsync(string[] args) =>
        args switch
        {
            ["hostile", .. var rest] => await HostileTrial.RunAsync(
                Number(rest, "seed", 1),
                Number(rest, "each", 200),
                Minutes(rest)
            ),
            ["exports", .. var rest] => await ImportTrial.RunAsync(
                Number(rest, "seed", 1),
                Number(rest, "each", 200),
                Minutes(rest)
            ),
            ["import", var seed, var from, var to] => await ImportTrial.ImportAsync(Read(seed), Read(from), Read(to)),
            ["twins", .. var rest] => await TwinTrial.RunAsync(
                Number(rest, "seed", 1),
                Number(rest, "minutes", 10),
                kills: 0
            ),
            ["kills", .. var rest] => await TwinTrial.RunAsync(
                Number(rest, "seed", 1),
                Number(rest, "minutes", 4),
                Number(rest, "kills", 10)
            ),
            ["releases", var release, .. var rest] => await TwinTrial.RunAsync(
                Number(rest, "seed", 1),
                Number(rest, "minutes", 4),
                Number(rest, "kills", 6),
                release
            ),
            ["full-disk", var folder] => await FullDisk.RunAsync(folder),
            ["soak", .. var rest] => await Soak.RunAsync(Number(rest, "minutes", 60)),
            _ => Unknown(),
        };

    /// <summary>Written <c>name=value</c>.</summary>
    private static int Number(string[] rest, string name, int otherwise) =>
        rest.FirstOrDefault(word => word.StartsWith(name + "=", StringComparison.Ordinal)) is { } found
            ? Read(found[(name.Length + 1)..])
            : otherwise;

    private static TimeSpan Minutes(string[] rest) =>
        Number(rest, "minutes", 0) is > 0 and var minutes ? TimeSpan.FromMinutes(minutes) : Endless;

    private static int Read(string number) => int.Parse(number, CultureInfo.InvariantCulture);

    private static int Unknown()
    {
        Console.Error.WriteLine("usage: tests/trust.sh TRIAL");
        return 2;
    }
}
