using KapFunctions.Content.Rendering;
using Markdig.Syntax;

namespace KapFunctions.Content.Code;

/// <summary>Mermaid diagrams stay marked text for the site to draw.</summary>
internal sealed class HighlightedCodeRenderer : PostObjectRenderer<CodeBlock>
{
    protected override void Write(PostHtmlRenderer renderer, CodeBlock code)
    {
        var language = (code as FencedCodeBlock)?.Info is { Length: > 0 } info ? Clean(info) : "";
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

    private static string Clean(string info) =>
        string.Concat(
            info.ToLowerInvariant()
                .Trim('.', '{', '}', ' ')
                .TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '+' or '#' or '.')
        );
}
