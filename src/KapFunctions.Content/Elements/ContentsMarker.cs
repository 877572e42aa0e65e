using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using KapFunctions.Content.WikiLinks;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Elements;

/// <summary>Kramdown's list with <c>{:toc}</c> and lines such as <c>[TOC]</c> go: the table is part of the post's data.</summary>
internal static class ContentsMarker
{
    private const int MaxLength = 16;

    private static readonly object Key = new();

    public static void Note(Block item) => ListAround(item)?.SetData(Key, Key);

    public static bool Is(ListBlock list) => list.ContainsData(Key);

    public static bool Is(ParagraphBlock paragraph) =>
        paragraph.Inline?.FirstChild switch
        {
            WikiLinkInline { NextSibling: null } wiki => wiki.Target is "toc" or "TOC" or "_TOC_",
            LiteralInline { Content: var text } when text.CurrentChar == '[' && text.Length < MaxLength =>
                InlineText.Of(paragraph.Inline) is "[TOC]" or "[toc]",
            _ => false,
        };

    public static void Report(BodySource source, MarkdownObject marker) =>
        source.Report(ProblemCatalog.ContentsMarker, marker, "");

    private static ListBlock? ListAround(Block? block)
    {
        while (block is not null and not ListBlock)
        {
            block = block.Parent;
        }
        return block as ListBlock;
    }
}

internal sealed class ListOrMarkerRenderer : ListRenderer
{
    protected override void Write(Markdig.Renderers.HtmlRenderer renderer, ListBlock list)
    {
        if (ContentsMarker.Is(list))
        {
            ContentsMarker.Report(((PostHtmlRenderer)renderer).Source, list);
            return;
        }
        base.Write(renderer, list);
    }
}
