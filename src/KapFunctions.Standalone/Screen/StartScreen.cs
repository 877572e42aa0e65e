using System.Diagnostics;
using System.Reflection;
using Spectre.Console;

namespace KapFunctions.Standalone.Screen;

/// <summary>Where the output is no terminal, the same lines come plain.</summary>
internal sealed class StartScreen
{
    /// <summary>Lines to copy must not be broken, nor lines that a program reads.</summary>
    private const int Unbroken = 100_000;

    private readonly IAnsiConsole console;
    private readonly Lock order = new();

    /// <summary>Lines that came before the screen was shown; null from then on.</summary>
    private List<string>? early = [];

    public StartScreen()
    {
        console = AnsiConsole.Create(new() { Interactive = InteractionSupport.Detect });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = Unbroken;
        }
    }

    /// <summary>Silent where <paramref name="start"/> installs nothing.</summary>
    public async Task<T> ShowInstallationAsync<T>(Func<Action, Task<T>> start)
    {
        const string Title = "Installing the storage emulator Azurite with npm, once (about 190 MB)";
        if (Console.IsOutputRedirected)
        {
            return await start(() => console.MarkupLine($"{Title} …"));
        }

        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = start(() => begun.TrySetResult());
        if (await Task.WhenAny(started, begun.Task) == begun.Task)
        {
            await console.Status().StartAsync($"{Title} …", status => CountSecondsAsync(status, Title, started));
        }

        return await started;
    }

    public void Show(StartedSite site)
    {
        lock (order)
        {
            console.Profile.Width = Unbroken;
            WriteSite(site);
            early!.ForEach(console.MarkupLine);
            early = null;
        }
    }

    public void Add(DateTimeOffset time, string markup)
    {
        var line = $"[grey]{time.ToLocalTime():HH:mm:ss}[/]  {markup}";
        lock (order)
        {
            if (early is null)
            {
                console.MarkupLine(line);
            }
            else
            {
                early.Add(line);
            }
        }
    }

    public void ShowStopping() => ShowLine("[grey]stopping: work that has begun ends first …[/]");

    public void ShowStopped() => ShowLine("stopped");

    public static void ShowFailure(string message) => ShowFailures([message]);

    public static void ShowFailures(IEnumerable<string> messages)
    {
        var errors = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected)
        {
            errors.Profile.Width = Unbroken;
        }

        foreach (var message in messages)
        {
            errors.MarkupLine($"[red]error:[/] {Markup.Escape(message)}");
        }
    }

    private static async Task CountSecondsAsync(StatusContext status, string title, Task installation)
    {
        var watch = Stopwatch.StartNew();
        while (!installation.IsCompleted)
        {
            status.Status($"{title} … {watch.Elapsed.TotalSeconds:0} s");
            await Task.WhenAny(installation, Task.Delay(TimeSpan.FromSeconds(1)));
        }
    }

    private void ShowLine(string markup)
    {
        lock (order)
        {
            console.MarkupLine(markup);
        }
    }

    private void WriteSite(StartedSite site)
    {
        var version = typeof(StartScreen)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
        console.WriteLine();
        console.MarkupLine($"[bold]KapFunctions {version}[/] [grey]ready in {site.Took.TotalSeconds:0.0} s[/]");
        console.WriteLine();
        Row("Site", $"[link]{Markup.Escape(site.Address)}[/]");
        Row("Desk", $"[link]{Markup.Escape(site.Address)}/desk[/] [grey](write there; it asks for the key)[/]");
        Row("Content", Markup.Escape(site.Content));
        Row("Storage", Markup.Escape(site.Storage));
        Row("Key", Markup.Escape(site.KeyLine));
        console.WriteLine();
        console.MarkupLine("[bold]Try next[/]");
        foreach (var line in site.Suggestions)
        {
            console.MarkupLine($"  [aqua]{Markup.Escape(line)}[/]");
        }

        console.WriteLine();
        console.MarkupLine("[grey]Ctrl+C stops. Each post shows here as it is published:[/]");
    }

    private void Row(string name, string markup) => console.MarkupLine($"  [grey]{name, -8}[/] {markup}");
}
