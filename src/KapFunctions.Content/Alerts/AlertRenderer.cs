using KapFunctions.Content.Rendering;
using KapFunctions.Content.Text;
using Markdig.Extensions.Alerts;
using Markdig.Syntax;

namespace KapFunctions.Content.Alerts;

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

    /// <summary>An empty <paramref name="title"/> gives way to <paramref name="kind"/>; null is none.</summary>
    public static void WriteContent(PostHtmlRenderer renderer, ContainerBlock alert, string? title, string kind)
    {
        if (title is not null)
        {
            renderer.Write("<p class=\"markdown-alert-title\">");
            BoxTitle.Write(renderer, title.Length > 0 ? title : Phrases.OfAlert(kind, renderer.Language), alert);
            renderer.WriteLine("</p>");
        }
        renderer.WriteInside(alert);
        renderer.WriteLine("</div>");
    }
}
