using KapFunctions.Testing;
using Microsoft.Playwright;

namespace KapFunctions.EndToEnd;

/// <summary>The Chromium of this machine: <c>KAP_CHROMIUM</c>, else Debian's. One for all tests of this process.</summary>
internal sealed class Chromium : INeed
{
    private static readonly Lazy<Task<IBrowser>> Running = new(LaunchAsync);

    /// <summary>Where it is; null where there is none.</summary>
    public static string? Path { get; } =
        new[]
        {
            Environment.GetEnvironmentVariable("KAP_CHROMIUM"),
            // Without the windows that nobody sees: a third faster.
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/google-chrome",
        }.FirstOrDefault(File.Exists);

    /// <inheritdoc />
    public static string? Missing =>
        Path is null ? "There is no Chromium here. Install it, or say where it is in KAP_CHROMIUM." : null;

    /// <summary>The browser.</summary>
    public static Task<IBrowser> BrowserAsync() => Running.Value;

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        // Five seconds, the default, are not always enough on two cores that run other tests beside.
        Assertions.SetDefaultExpectTimeout(15_000);
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = ["--no-sandbox"] });
    }
}
