using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KapFunctions.Importing.Html;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Ghost;

/// <summary>A text of Ghost's in the making: HTML, and between it the Markdown of its Markdown cards, which stays as it is.</summary>
internal sealed partial class GhostText(Losses losses)
{
    private readonly List<string> blocks = [];
    private readonly StringBuilder html = new();
    private int cards;

    public Losses Losses { get; } = losses;

    public void Add(string some) => html.Append(some).Append('\n');

    /// <summary>Notes of each card are its own, whatever their names.</summary>
    public void AddMarkdown(string markdown)
    {
        Flush();
        cards++;
        var number = cards.ToString(CultureInfo.InvariantCulture);
        blocks.Add(cards == 1 ? markdown : Note().Replace(markdown, $"[^{number}-${{name}}]"));
    }

    public override string ToString()
    {
        Flush();
        return string.Join("\n\n", blocks.Select(block => block.Trim('\n')).Where(block => block.Length > 0)) + "\n";
    }

    private void Flush()
    {
        if (html.Length > 0)
        {
            blocks.Add(HtmlToMarkdown.Convert(html.ToString(), what => Losses.Mark(what)));
            html.Clear();
        }
    }

    [GeneratedRegex(@"\[\^(?<name>[\w-]{1,40})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
