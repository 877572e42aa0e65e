using System.Diagnostics;
using System.Text.Json;

namespace KapFunctions.Standalone.Tests.Published;

/// <summary>The folder that is deployed to Azure.</summary>
internal static class PublishedApp
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("KAP_PUBLISHED");

    public static bool IsHere => Folder is not null;

    public static IReadOnlyList<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Folder!, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Folder!, file)),
        ];

    public static long Bytes => Files.Sum(file => new FileInfo(PathOf(file)).Length);

    public static string PathOf(string file) => Path.Combine(Folder!, file);

    public static JsonElement Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(PathOf(file)));
        return json.RootElement.Clone();
    }

    /// <summary>Starts the app as the Functions host does, and waits until it ends.</summary>
    public static async Task<(int ExitCode, string Errors)> RunAsync(params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [PathOf("KapFunctions.Azure.dll")]) { RedirectStandardError = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, errors.ReplaceLineEndings("\n"));
    }
}
