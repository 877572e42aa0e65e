using KapFunctions.Content.Links;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KapFunctions.Content.Rendering;

internal static class SafeWriting
{
    /// <summary>A text that begins as a placeholder does must not be taken for one.</summary>
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

    /// <summary>What Markdig, or an author through the allow-list, attached to a node.</summary>
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
            // What reads HTML takes it out, with all that is in it.
            renderer.HasRawHtml |= name == "hidden";
            renderer.WriteTextAttribute(name, value ?? "");
        }
    }
}
