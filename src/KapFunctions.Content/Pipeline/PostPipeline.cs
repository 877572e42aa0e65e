using KapFunctions.Content.Alerts;
using KapFunctions.Content.Comments;
using KapFunctions.Content.Elements;
using KapFunctions.Content.ForeignTemplates;
using KapFunctions.Content.Html;
using KapFunctions.Content.WikiLinks;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.Tables;

namespace KapFunctions.Content.Pipeline;

internal static class PostPipeline
{
    /// <summary>Deepest nesting of blocks, and of inlines.</summary>
    public const int MaxDepth = 64;

    public static readonly MarkdownPipeline Shared = Dialect(new()).Build();

    /// <summary>All of it, ready to be built.</summary>
    public static MarkdownPipelineBuilder Dialect(MarkdownPipelineBuilder builder) =>
        Extended(builder)
            .Use<TableTailExtension>()
            .Use<WideLinkExtension>()
            .Use<ScriptExtension>()
            .Use<TaskMarkExtension>()
            .Use<NoteExtension>()
            .Use<InlineNoteExtension>()
            .Use<SafeAttributesExtension>()
            .Use<SpanExtension>()
            .Use<WikiLinkExtension>()
            .Use<BlockIdExtension>()
            .Use<CalloutExtension>()
            .Use<TemplateCodeExtension>()
            .Use<DivExtension>()
            .Use<AdmonitionExtension>()
            .Use<TexExtension>()
            .Use<DollarExtension>()
            .Use<CriticExtension>()
            .Use<DefinitionCommentExtension>()
            .Use<CommentExtension>()
            .Use<MarkdownInHtmlExtension>();

    /// <summary>The extensions that come with Markdig: the yardstick of the benchmark, too.</summary>
    public static MarkdownPipelineBuilder Extended(MarkdownPipelineBuilder builder) =>
        builder
            .UseAbbreviations()
            .UseAlertBlocks(allowNestedAlerts: true)
            .UseCjkFriendlyEmphasis()
            .UseAutoLinks(OfLinks())
            .UseDefinitionLists()
            .UseDiagrams()
            .UseEmojiAndSmiley(enableSmileys: false)
            .UseEmphasisExtras()
            .UseFigures()
            .UseFootnotes()
            .UseMathematics()
            .UsePipeTables(new PipeTableOptions { UseHeaderForColumnCount = true })
            .UseSmartyPants()
            .UseTaskLists();

    private static AutoLinkOptions OfLinks()
    {
        var options = new AutoLinkOptions { UseHttpsForWWWLinks = true };
        options.ValidPreviousCharacters += WideLinkExtension.Openings;
        return options;
    }
}
