using KapFunctions.Content.Rendering;
using Markdig.Extensions.Alerts;
using Markdig.Syntax;

namespace KapFunctions.Content.Alerts;

/// <summary>Alerts, whose title is what the author wrote, else their kind.</summary>
internal sealed class AlertRenderer : PostObjectRenderer<AlertBlock>
{
    protected override void Write(PostHtmlRenderer renderer, AlertBlock alert)
    {
        renderer.EnsureLine();
        renderer.Write("<div");
        renderer.WriteSafeAttributes(alert);
        renderer.WriteLine('>');
        WriteContent(renderer, alert, CalloutExtension.TitleOf(alert) ?? "", alert.Kind.ToString());
    }

    /// <summary>The title, which is <paramref name="kind"/> where the author wrote none, what it holds, and its end.</summary>
    public static void WriteContent(PostHtmlRenderer renderer, ContainerBlock alert, string title, string kind)
    {
        renderer.Write("<p class=\"markdown-alert-title\">");
        renderer.WriteEscape(title.Length > 0 ? title : Capitalized(kind));
        renderer.WriteLine("</p>");
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(alert);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.WriteLine("</div>");
    }

    private static string Capitalized(string kind) =>
        string.Concat(kind[..1].ToUpperInvariant(), kind[1..].ToLowerInvariant());
}
