using System.Diagnostics;
using System.Globalization;
using System.Text;
using KapFunctions.Content;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;

namespace KapFunctions.Benchmarks.Content;

/// <summary>Files made to stall or fill a renderer, each within a megabyte.</summary>
internal static class Bombs
{
    private const int Size = 1_000_000;

    private static readonly Dictionary<string, Func<string>> All = new()
    {
        ["pictures opened"] = () => Repeated("![a]("),
        ["links opened"] = () => Repeated("[a]("),
        ["brackets"] = () => Repeated("["),
        ["asterisks"] = () => Repeated("*"),
        ["emphasis opened"] = () => Repeated("**a *b "),
        ["emphasis and underscores"] = () => Repeated("_a*b "),
        ["emphasis nested"] = () => Repeated("*a **b ", 500_000) + Repeated("** *", 400_000),
        ["underscores"] = () => Repeated("_"),
        ["backticks of every length"] = () => Numbered(1_400, i => new string('`', i) + " "),
        ["tildes"] = () => Repeated("~~a ~b "),
        ["quotations nested"] = () => Repeated("> "),
        ["lists nested"] = () => Numbered(960, i => new string(' ', i * 2) + "- a\n"),
        ["lists nested in a line"] = () => "  " + Times("-   ", 1_000) + "a\n\nx\n",
        ["blanks behind a box"] = () => "x\n\n:::note" + Times("\t", Size - 20) + ":}\n",
        ["list items"] = () => Repeated("- a\n"),
        ["table of 10,000 columns"] = () => $"{Times("|a", 10_000)}\n{Times("|-", 10_000)}\n{Times("|b", 10_000)}\n",
        ["table of short rows"] = () => $"{Times("|a", 20_000)}\n{Times("|-", 20_000)}\n{Times("|\n", 20_000)}",
        ["bars"] = () => Repeated("|"),
        ["footnotes of each other"] = () => Numbered(20_000, i => $"[^{i}]: [^{i + 1}] [^{i - 1}]\n\n"),
        ["one footnote often"] = () => "[^1]: a\n\n" + Repeated("[^1] "),
        ["link definitions"] = () => Numbered(40_000, i => $"[a{i}]: /u\n"),
        ["abbreviations"] = () => Numbered(4_900, i => $"*[w{i}]: long\n") + "\n" + Repeated("w1 w2 w3 ", 800_000),
        ["abbreviations in abbreviations"] = () =>
            Numbered(4_900, i => $"*[{new string('a', i % 90 + 1)}{i}]: long\n") + "\n" + Repeated("a", 500_000),
        ["quotation marks"] = () => Repeated("\"a 'b "),
        ["dashes and dots"] = () => Repeated("--a...b---"),
        ["50,000 headings"] = () => Times("# a\n", 49_990),
        ["headings of every depth"] = () => Numbered(40_000, i => new string('#', (i % 6) + 1) + " a\n"),
        ["dollar signs"] = () => Repeated("$a $$b "),
        ["elements nested"] = () => Repeated("<div>"),
        ["elements in blocks"] = () => Repeated("<div>\n\n"),
        ["elements unknown"] = () => Numbered(60_000, i => $"<x{i}>"),
        ["formatting elements misnested"] = () => Repeated("<b><i><u>a</b>"),
        ["foreign elements"] = () => Repeated("<svg><g>"),
        ["tables of elements"] = () => Repeated("<table><tr><td>"),
        ["attributes"] = () => "<span" + Numbered(100_000, i => $" a{i}=b") + ">x</span>",
        ["comments opened"] = () => Repeated("a<!--"),
        ["comment of a million lines in per cents"] = () => "Text.\n\n%%\n" + Times("\n", 1_000_000) + "%%\n",
        ["comment of a million lines in HTML"] = () => "Text.\n\n<!--\n" + Times("\n", 1_000_000) + "-->\n",
        ["comment of a million lines in CriticMarkup"] = () => "Text.\n\n{>>\n" + Times("\n", 1_000_000) + "<<}\n",
        ["comment of a million lines in Liquid"] = () =>
            "Text.\n\n{% comment %}\n" + Times("\n", 1_000_000) + "{% endcomment %}\n",
        ["comment of a million lines in a definition"] = () => "Text.\n\n[//]: # (\n" + Times("\n", 1_000_000) + ")\n",
        ["comments of a line each"] = () => Repeated("%%a%%\n"),
        ["comment of many lines of text"] = () => "Text.\n\n%%\n" + Times("a secret line\n", 49_000) + "%%\n",
        ["comment of many lines in a list"] = () => "- a %%\n" + Times("- a secret line\n", 45_000) + "- b%%\n",
        ["per cents behind words"] = () => Repeated("a%% b%% "),
        ["per cents behind words, not closed"] = () => Repeated("a%% b\n\n"),
        ["per cents before words"] = () => Repeated("a %%b "),
        ["per cents that may end in their block"] = () => Repeated("a %%b c%%d\n# ", 480_000) + "%%\n",
        ["additions with one end"] = () => Repeated("{++a ") + "++}\n",
        ["replacements with one end"] = () => Repeated("{~~a ") + "~>b~~}\n",
        ["additions in HTML with one end"] = () => "<div>\n" + Times("{++a ", 190_000) + "++}\n</div>\n",
        ["processing instructions"] = () => Repeated("<?"),
        ["entities"] = () => Repeated("&#1;&amp;&lt;"),
        ["bare addresses"] = () => Repeated("http://a.b "),
        ["players"] = () => Repeated("https://youtu.be/dQw4w9WgXcQ\n"),
        ["wiki links"] = () => Repeated("[[a|b]] "),
        ["template code opened"] = () => Repeated("{{ "),
        ["attributes in braces"] = () => Repeated("a\n{: .b1}\n"),
        ["attributes on headings"] = () => Repeated("# a {#b}\n"),
        ["colons"] = () => Repeated("x:"),
        ["callouts"] = () => Repeated("> [!a] b\n\n"),
        ["code never closed"] = () => "```js\n" + Repeated("\"\\") + "\n```\n",
        ["code in long lines"] = () => "```cs\n" + Repeated("a(b.c<d>0x1e'") + "\n```\n",
        ["code of quotes"] = () => "```py\n" + Repeated("'''\"\"\"") + "\n```\n",
        ["markup as code"] = () => "```html\n" + Repeated("<a b='") + "\n```\n",
        ["YAML aliases"] = () =>
            "---\na0: &a0 x\n" + Numbered(9, i => $"a{i + 1}: &a{i + 1} [{Times($"*a{i},", 9)}]\n") + "---\nText.\n",
        ["YAML nested"] = () => "---\na: " + Times("[", 8_000) + "\n---\nText.\n",
        ["YAML indented"] = () => "---\n" + Numbered(170, i => new string(' ', i) + "a:\n") + "---\nText.\n",
        ["YAML broken throughout"] = () => "---\n" + Times("a: b: c\n", 2_000) + "---\nText.\n",
        ["TOML nested"] = () => "+++\na = " + Times("[", 8_000) + "\n+++\nText.\n",
        ["TOML broken throughout"] = () => "+++\n" + Times("a = b c\n", 2_000) + "+++\nText.\n",
        ["TOML tables"] = () => "+++\n[" + Times("a.", 8_000) + "a]\n+++\nText.\n",
        ["JSON nested"] = () => "{\"a\":" + Times("[", 8_000) + "\n\nText.\n",
        ["prose"] = () => Repeated("Plain words, *some* of them [linked](b.md).\n\n"),
    };

    /// <summary>The names of all of them, one a line.</summary>
    public static void List() => Console.WriteLine(string.Join('\n', All.Keys));

    /// <summary>All of them as files hold them.</summary>
    public static IReadOnlyList<byte[]> Files() => [.. All.Values.Select(text => Encoding.UTF8.GetBytes(text()))];

    /// <summary>Renders one, as the first thing that the process does: what became of it, the processor's time and the most memory held.</summary>
    public static void Run(string name)
    {
        var source = new SourceFile("posts/bomb.md", Encoding.UTF8.GetBytes(All[name]()));
        PostRenderer.Render(new("posts/warm.md", "# Warm\n\n<b>up</b> `a`\n"u8.ToArray()), new());
        // The processor's time, which no neighbour on a busy machine lengthens.
        var before = Environment.CpuUsage.TotalTime;
        var result = PostRenderer.Render(source, new());
        var took = (long)(Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        using var process = Process.GetCurrentProcess();
        var outcome = result.Post is null
            ? result.Problems.First(problem => problem.Severity == Severity.Error).Code
            : "rendered";
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {source.Bytes.Length / 1000} | {outcome} | {took} | {process.PeakWorkingSet64 >> 20} |"
            )
        );
    }

    private static string Repeated(string piece, int size = Size) => "x\n\n" + Times(piece, size / piece.Length);

    private static string Times(string piece, int times) =>
        new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();

    private static string Numbered(int times, Func<int, string> piece) =>
        string.Concat(Enumerable.Range(0, times).Select(piece));
}
