using KapFunctions.Content.Alerts;
using KapFunctions.Content.Code;
using KapFunctions.Content.Comments;
using KapFunctions.Content.Elements;
using KapFunctions.Content.ForeignTemplates;
using KapFunctions.Content.Html;
using KapFunctions.Content.LinksAndMedia;
using KapFunctions.Content.WikiLinks;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.SmartyPants;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;

namespace KapFunctions.Content.Pipeline;

internal static class Renderers
{
    public static void Replace(ObjectRendererCollection renderers)
    {
        renderers.Replace<AutolinkInlineRenderer>(new AutolinkRenderer());
        renderers.Replace<LinkInlineRenderer>(new LinkRenderer());
        renderers.Replace<LineBreakInlineRenderer>(new LineBreakRenderer());
        renderers.Replace<LiteralInlineRenderer>(new LiteralRenderer());
        renderers.Replace<HtmlInlineRenderer>(new RawInlineRenderer());
        renderers.Replace<HtmlBlockRenderer>(new RawBlockRenderer());
        renderers.Replace<HeadingRenderer>(new AnchoredHeadingRenderer());
        renderers.Replace<ParagraphRenderer>(new ParagraphOrFigureRenderer());
        renderers.Replace<ListRenderer>(new ListOrMarkerRenderer());
        renderers.Replace<CodeBlockRenderer>(new HighlightedCodeRenderer());
        renderers.Replace<HtmlSmartyPantRenderer>(new TypographyRenderer());
        renderers.Replace<HtmlTableRenderer>(new TableRenderer());
        renderers.Replace<HtmlFootnoteGroupRenderer>(new FootnotesRenderer());
        renderers.Replace<HtmlFootnoteLinkRenderer>(new FootnoteLinkRenderer());
        renderers.Replace<AlertBlockRenderer>(new AlertRenderer());
        renderers.Replace<HtmlAbbreviationRenderer>(new AbbreviationRenderer());
        renderers.Replace<CodeInlineRenderer>(new InlineCodeRenderer());
        renderers.Replace<HtmlMathInlineRenderer>(new MathRenderer());
        renderers.Add(new WikiLinkRenderer());
        renderers.Add(new TemplateRenderer());
        renderers.Add(new AdmonitionRenderer());
        renderers.Add(new DivRenderer());
        renderers.Add(new SpanRenderer());
        renderers.Add(new CriticRenderer());
        renderers.Add(new CommentInlineRenderer());
        renderers.Add(new CommentBlockRenderer());
    }
}
