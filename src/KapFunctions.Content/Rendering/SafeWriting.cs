using KapFunctions.Content.Links;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KapFunctions.Content.Rendering;

/// <summary>Attributes as they may stand in a body.</summary>
internal static class SafeWriting
{
    /// <summary>
    /// Writes an attribute that holds the author's text. A text that begins as a placeholder does must not be
    /// taken for one by those who fill them in.
    /// </summary>
    public static void WriteTextAttribute(this PostHtmlRenderer renderer, string name, string text)
    {
        renderer.Write(' ');
        renderer.Write(name);
        renderer.Write("=\"");
        if (text.StartsWith(Placeholder.Scheme, StringComparison.Ordinal))
        {
            renderer.Write("&#107;");
            text = text[1..];
        }
        renderer.WriteEscape(text);
        renderer.Write('"');
    }

    /// <summary>Writes what was attached to a node: by Markdig itself, or by an author through the allow-list.</summary>
    public static void WriteSafeAttributes(this PostHtmlRenderer renderer, MarkdownObject node)
    {
        if (node.TryGetAttributes() is not { } attributes)
        {
            return;
        }
        if (attributes.Id is { } id)
        {
            renderer.WriteTextAttribute("id", id);
        }
        if (attributes.Classes is { Count: > 0 } classes)
        {
            renderer.WriteTextAttribute("class", string.Join(' ', classes));
        }
        foreach (var (name, value) in attributes.Properties ?? [])
        {
            renderer.WriteTextAttribute(name, value ?? "");
        }
    }
}
