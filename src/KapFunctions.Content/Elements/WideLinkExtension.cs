using System.Buffers;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;

namespace KapFunctions.Content.Elements;

/// <summary>Bare addresses among Chinese and Japanese text, which has no blanks: they end where its punctuation begins.</summary>
internal sealed class WideLinkExtension : IMarkdownExtension
{
    /// <summary>Behind these an address may begin.</summary>
    public const string Openings = "（「『《〈【〔“‘：，。、；！？…—";

    private static readonly SearchValues<char> Ends = SearchValues.Create(
        " \t\n<（）「」『』《》〈〉【】〔〕“”‘’：，。、；！？…"
    );

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        if (pipeline.InlineParsers.Find<AutoLinkParser>() is { } links)
        {
            pipeline.InlineParsers.Replace<AutoLinkParser>(new Inlines(links));
        }
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Inlines : InlineParser
    {
        private readonly AutoLinkParser links;

        public Inlines(AutoLinkParser links)
        {
            this.links = links;
            OpeningCharacters = links.OpeningCharacters;
        }

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var text = slice.AsSpan();
            var end = text.StartsWith("http") || text.StartsWith("www.") ? text.IndexOfAny(Ends) : -1;
            if (end < 0 || text[end] < 0x80)
            {
                return links.Match(processor, ref slice);
            }
            var address = slice;
            address.End = slice.Start + end - 1;
            if (!links.Match(processor, ref address))
            {
                return false;
            }
            slice.Start = address.Start;
            return true;
        }
    }
}
