using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace KapFunctions.Content.Rendering;

internal abstract class PostObjectRenderer<T> : HtmlObjectRenderer<T>
    where T : MarkdownObject
{
    protected sealed override void Write(HtmlRenderer renderer, T obj) => Write((PostHtmlRenderer)renderer, obj);

    protected abstract void Write(PostHtmlRenderer renderer, T obj);
}
