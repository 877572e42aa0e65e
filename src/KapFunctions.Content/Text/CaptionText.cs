using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Text;

/// <summary>The words of a caption in which somebody wrote Markdown: captions are text, and stars would show.</summary>
internal static class CaptionText
{
    /// <summary>In UTF-16 units; nobody reads what is longer as a caption.</summary>
    private const int MaxLength = 2_000;

    // Nothing but emphasis, code and links: a caption has no blocks, and what is no mark stays as it is.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static string Of(string caption) =>
        caption.Length > MaxLength
        || caption.AsSpan().IndexOfAny("*_`[") < 0
        || Markdown.Parse(caption, Pipeline) is not [ParagraphBlock { Inline: { } inlines }]
            ? caption
            : string.Concat(inlines.Descendants<LeafInline>().Select(TextOf));

    private static string TextOf(LeafInline inline) =>
        inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            AutolinkInline link => link.Url,
            LineBreakInline => " ",
            _ => "",
        };
}
