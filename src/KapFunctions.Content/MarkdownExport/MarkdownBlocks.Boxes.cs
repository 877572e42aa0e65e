using AngleSharp.Dom;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.MarkdownExport;

/// <summary>Formulas, code and alerts.</summary>
internal sealed partial class MarkdownBlocks
{
    private static string? FormulaOf(IElement element) =>
        element.ClassName == "math"
        && element.TextContent.Trim() is ['\\', '[', .. var tex, '\\', ']']
        && !tex.Contains("$$", StringComparison.Ordinal)
            ? string.Join('\n', MarkdownText.Clean(tex).Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)))
            : null;

    private void WriteCode(IElement pre)
    {
        var code = MarkdownText.Clean(pre.TextContent);
        code = code.EndsWith('\n') ? code[..^1] : code;
        // Behind the sign of a quotation or an item a tab would be cut short.
        code = output.IsWithin ? code.Replace("\t", "    ", StringComparison.Ordinal) : code;
        var language = pre.ClassName == "mermaid" ? "mermaid" : LanguageOf(pre.QuerySelector("code"));
        var fence = new string('`', Math.Max(3, MarkdownInlines.LongestRun(code, '`') + 1));
        WriteOne($"{fence}{language}\n{code}\n{fence}");
    }

    private static string LanguageOf(IElement? code) =>
        code?.ClassList.FirstOrDefault(name => name.StartsWith("language-", StringComparison.Ordinal)) is { } name
        && name.AsSpan().IndexOfAny("`{}") < 0
            ? name["language-".Length..]
            : "";

    private static string? AlertKind(IElement element) =>
        element.ClassList.Contains("markdown-alert")
        && element.ClassList.FirstOrDefault(name => name.StartsWith("markdown-alert-", StringComparison.Ordinal))
            is { } name
        && name["markdown-alert-".Length..] is { Length: > 0 and <= 30 } kind
        && kind.All(c => char.IsAsciiLetter(c) || c == '-')
        && element.FirstElementChild is { ClassName: "markdown-alert-title" }
            ? kind
            : null;

    private void WriteAlert(IElement alert, string kind)
    {
        var heading = alert.FirstElementChild!;
        var title = MarkdownText.OneLine(heading.TextContent).Trim();
        var shown = Phrases.IsOfAlert(kind, title) ? "" : " " + title;
        output.Blank();
        output.Within(
            "> ",
            "> ",
            () =>
            {
                output.Line($"[!{kind.ToUpperInvariant()}]{shown}");
                output.IsFresh = true;
                WriteAll(alert, except: heading);
            }
        );
    }
}
