using Spectre.Console;

namespace KapFunctions.Cli.Terminal;

/// <summary>Results go to one stream, mistakes and progress to the other. Colours only where there is a terminal. Lines are never
/// broken, since programs read them too.</summary>
internal sealed class Screen
{
    private const int Unbroken = 100_000;

    private readonly IAnsiConsole results;
    private readonly IAnsiConsole notes;

    public Screen(Surroundings around)
    {
        results = Over(around.Out, around.Out == Console.Out && !Console.IsOutputRedirected);
        notes = Over(around.Errors, around.Errors == Console.Error && !Console.IsErrorRedirected);
    }

    /// <summary>In Spectre's markup; what others wrote goes through <see cref="Plain"/>.</summary>
    public void Line(string markup) => results.MarkupLine(markup);

    public void Note(string markup) => notes.MarkupLine(markup);

    /// <summary>Under a bar, where there is a terminal to draw it on.</summary>
    public async Task WithProgressAsync(int steps, Func<Action, Task> work)
    {
        if (!notes.Profile.Capabilities.Interactive || steps == 0)
        {
            await work(() => { });
            return;
        }
        await notes
            .Progress()
            .AutoClear(true)
            .StartAsync(async bars =>
            {
                var bar = bars.AddTask("files", maxValue: steps);
                await work(() => bar.Increment(1));
            });
    }

    public void Fail(string message) => notes.MarkupLine($"[red]error:[/] {Plain(message)}");

    /// <summary>A text of others, without the power to colour, to move the cursor or to begin a new line.</summary>
    public static string Plain(string text) =>
        Markup.Escape(string.Create(text.Length, text, static (span, source) => Harmless(source, span)));

    /// <summary>"1 file", "2 files".</summary>
    public static string Count(int number, string one) => Count(number, one, one + "s");

    /// <summary>"1 copy", "2 copies".</summary>
    public static string Count(int number, string one, string several) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : several)}");

    private static void Harmless(string source, Span<char> span)
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = char.IsControl(source[i]) ? '\uFFFD' : source[i];
        }
    }

    private static IAnsiConsole Over(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(
            new()
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
                Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            }
        );
        console.Profile.Width = Unbroken;
        return console;
    }
}
