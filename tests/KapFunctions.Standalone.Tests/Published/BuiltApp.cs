using System.Text.Json;
using KapFunctions.Testing;

namespace KapFunctions.Standalone.Tests.Published;

/// <summary>A folder with the app as the Functions host takes it.</summary>
internal sealed class BuiltApp(string folder) : INeed
{
    private static readonly string? PublishedFolder = Environment.GetEnvironmentVariable("KAP_PUBLISHED");
    private static readonly string? FuncFolder = Environment.GetEnvironmentVariable("KAP_FUNC");

    public static string? Missing =>
        PublishedFolder is null || FuncFolder is null ? "tests/azure/check.sh publishes the app and runs this." : null;

    /// <summary>What is deployed to Azure.</summary>
    public static BuiltApp Published => new(PublishedFolder!);

    /// <summary>What <c>func start</c> runs on a developer's machine.</summary>
    public static BuiltApp ForFunc => new(FuncFolder!);

    public IReadOnlyList<string> Files =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file)),
        ];

    public long Bytes => Files.Sum(file => new FileInfo(PathOf(file)).Length);

    public string PathOf(string file) => Path.Combine(folder, file);

    public JsonElement Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(PathOf(file)));
        return json.RootElement.Clone();
    }

    /// <summary>Starts the app as the Functions host does, and waits until it ends.</summary>
    public async Task<(int ExitCode, string Errors)> RunAsync(params (string Name, string? Value)[] settings)
    {
        var run = await Tool.RunAsync("dotnet", [PathOf("KapFunctions.Azure.dll")], "", settings);
        return (run.ExitCode, run.StandardError.ReplaceLineEndings("\n"));
    }
}
