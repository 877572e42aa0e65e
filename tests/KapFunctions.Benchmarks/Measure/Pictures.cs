using System.Diagnostics;
using System.Globalization;
using KapFunctions.Pictures;
using KapFunctions.Pictures.Cleaning;

namespace KapFunctions.Benchmarks.Measure;

/// <summary>What it takes to clean a picture, read its header and make its smaller forms: the most memory above what
/// the process takes anyway, and the processor's time. Each picture has a process of its own.</summary>
internal static class Pictures
{
    public static void MeasureFolder(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            using var own = Process.Start(
                new ProcessStartInfo(Environment.ProcessPath!, ["picture", file]) { UseShellExecute = false }
            )!;
            own.WaitForExit();
        }
    }

    public static void Measure(string path)
    {
        // What is loaded and compiled once is not the picture's.
        PictureFacts.Read([]);
        var warm = Convert.FromBase64String(OnePixel);
        PictureScaler.Scale(warm, [320]);
        PictureCleaner.Clean("media/a.png", warm);
        using var process = Process.GetCurrentProcess();
        var before = process.WorkingSet64;
        var file = File.ReadAllBytes(path);

        var cleaning = Time(process, () => PictureCleaner.Clean(path, file));
        var reading = Time(process, () => PictureFacts.Read(cleaning.Value.Bytes ?? file));
        var facts = cleaning.Value.IsWithheld ? null : reading.Value;
        var widths = PictureScaler.WidthsOf(facts?.Width ?? 1).Reverse().ToList();
        var scaling = Time(process, () => facts is { CanScale: true } ? PictureScaler.Scale(file, widths) : null);

        process.Refresh();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {Path.GetFileName(path)} | {file.Length / 1e6:0.0} MB | {facts?.Width} × {facts?.Height} | {cleaning.Value.Fault} | {scaling.Value?.Count ?? 0} forms | {(process.PeakWorkingSet64 - before) / 1e6:0} MB | clean {cleaning.Seconds:0.00} s, header {reading.Seconds:0.00} s, forms {scaling.Seconds:0.00} s |"
            )
        );
    }

    private const string OnePixel =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static (T Value, double Seconds) Time<T>(Process process, Func<T> work)
    {
        process.Refresh();
        var before = process.TotalProcessorTime;
        var value = work();
        process.Refresh();
        return (value, (process.TotalProcessorTime - before).TotalSeconds);
    }
}
