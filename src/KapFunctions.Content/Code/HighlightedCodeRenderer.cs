using KapFunctions.Content.Rendering;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KapFunctions.Content.Code;

/// <summary>Mermaid diagrams stay marked text for the site to draw.</summary>
internal sealed class HighlightedCodeRenderer : PostObjectRenderer<CodeBlock>
{
    protected override void Write(PostHtmlRenderer renderer, CodeBlock code)
    {
        var language = Clean(Written(code as FencedCodeBlock));
        renderer.EnsureLine();
        if (language == "mermaid")
        {
            renderer.Write("<pre class=\"mermaid\">");
            renderer.WriteLeafRawLines(code, true, true);
            renderer.WriteLine("</pre>");
            return;
        }
        renderer.Write(language.Length > 0 ? $"<pre><code class=\"language-{language}\">" : "<pre><code>");
        if (CodeLanguage.Find(language) is { } known)
        {
            WriteTokens(renderer, new(known, code.Lines.ToString()));
            renderer.Write('\n');
        }
        else
        {
            renderer.WriteLeafRawLines(code, true, true);
        }
        renderer.WriteLine("</code></pre>");
    }

    private static void WriteTokens(PostHtmlRenderer renderer, Highlighter highlighter)
    {
        while (highlighter.TryNext(out var token))
        {
            if (token.Kind is null)
            {
                renderer.WriteEscape(token.Text);
                continue;
            }
            renderer.Write("<span class=\"").Write(token.Kind).Write("\">");
            renderer.WriteEscape(token.Text);
            renderer.Write("</span>");
        }
    }

    /// <summary>Pandoc's attributes name it first: <c>``` {.python .numberLines}</c>.</summary>
    private static string Written(FencedCodeBlock? fence) =>
        fence?.Info is { Length: > 0 } info ? info : fence?.TryGetAttributes()?.Classes?.FirstOrDefault() ?? "";

    private static string Clean(string info) =>
        string.Concat(
            info.ToLowerInvariant()
                .Trim('.', '{', '}', ' ')
                .TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '+' or '#' or '.')
        );
}
