using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KapFunctions.Content.Alerts;
using KapFunctions.Content.Comments;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Rendering;
using KapFunctions.Content.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.SmartyPants;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KapFunctions.Content.Pipeline;

/// <summary>The words of a text by its headings, as its author wrote them: what settings, players and later renderers make of them
/// changes nothing. Alternative texts and addresses behind links are none of them.</summary>
internal sealed partial class SectionReader
{
    private const int MaxName = 60;

    private readonly List<(string Name, WordsHash Words)> sections = [];
    private readonly StringBuilder text = new();
    private string name = "";

    /// <param name="document">The text.</param>
    /// <param name="titleHeading">The heading that is its title and stands in it no more.</param>
    /// <param name="title">What the head says; else the heading does.</param>
    public static IReadOnlyList<TextSection> Read(MarkdownDocument document, HeadingBlock? titleHeading, string title)
    {
        var reader = new SectionReader();
        reader.name = title.Length > 0 || titleHeading is null ? title : InlineText.Of(titleHeading.Inline).Trim();
        reader.text.Append(reader.name);
        reader.End();
        reader.name = "";
        foreach (var block in document.Where(block => block != titleHeading))
        {
            reader.Add(block);
        }
        reader.End();
        return [.. reader.sections.Select(section => new TextSection(section.Name, section.Words.ToString()))];
    }

    private void End()
    {
        var words = BareWords.Of(text.ToString());
        text.Clear();
        if (words.Length == 0)
        {
            return;
        }
        var hash = WordsHash.Of(words);
        if (sections.Count < TextSection.Max)
        {
            sections.Add((Shortened(name), hash));
        }
        else
        {
            sections[^1] = (sections[^1].Name, sections[^1].Words.Then(hash));
        }
    }

    private static string Shortened(string name) =>
        name.Length <= MaxName ? name : name[..(char.IsHighSurrogate(name[MaxName - 1]) ? MaxName - 1 : MaxName)];

    private void Add(Block block)
    {
        switch (block)
        {
            case CommentBlock or LinkReferenceDefinitionGroup or LinkReferenceDefinition:
                return;
            case HeadingBlock heading:
                End();
                name = InlineText.Of(heading.Inline).Trim();
                Add(heading.Inline);
                break;
            case HtmlBlock html:
                text.Append(TextOf(CommentText.WithoutInHtml(html.Lines.ToString())));
                break;
            case LeafBlock { Inline: { } inlines }:
                Add(inlines);
                break;
            case CodeBlock code:
                text.Append(code.Lines.ToString());
                break;
            case ContainerBlock container:
                text.Append(TitleOf(container)).Append('\n');
                foreach (var inner in container)
                {
                    Add(inner);
                }
                break;
        }
        text.Append('\n');
    }

    private static string? TitleOf(ContainerBlock box) =>
        box switch
        {
            AdmonitionBlock admonition => admonition.Title,
            AlertBlock alert => CalloutExtension.TitleOf(alert),
            _ => null,
        };

    private void Add(ContainerInline? inlines)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case SmartyPant mark:
                    text.Append(mark.Type is SmartyPantType.Dash2 or SmartyPantType.Dash3 ? '–' : '’');
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case MathInline math:
                    text.Append(math.Content.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case TextInline own:
                    text.Append(own.Text);
                    break;
                case AbbreviationInline abbreviation:
                    text.Append(abbreviation.Abbreviation.Label);
                    break;
                case LineBreakInline:
                    text.Append('\n');
                    break;
                case HtmlInline { Tag: var tag } when LineBreak().IsMatch(tag):
                    text.Append('\n');
                    break;
                case LinkInline { IsImage: true } picture:
                    // Readers see its caption.
                    text.Append('\n').Append(picture.Title).Append('\n');
                    break;
                case FootnoteLink:
                    break;
                case ContainerInline container:
                    Add(container);
                    break;
            }
        }
    }

    /// <summary>Of an author's HTML: inline tags stand within words, others between them.</summary>
    private static string TextOf(string html) =>
        WebUtility.HtmlDecode(Tag().Replace(Unread().Replace(html, "\n"), tag => IsInline(tag) ? "" : "\n"));

    private static bool IsInline(Match tag) =>
        tag.Groups["name"].Value.ToLowerInvariant()
            is "a"
                or "abbr"
                or "b"
                or "code"
                or "em"
                or "i"
                or "mark"
                or "s"
                or "small"
                or "span"
                or "strong"
                or "sub"
                or "sup"
                or "u";

    [GeneratedRegex(@"^<br\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex(
        @"<!--[\s\S]*?(-->|$)|<(?<name>script|style)\b[\s\S]*?(</\k<name>|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Unread();

    [GeneratedRegex(
        @"</?(?<name>[A-Za-z][A-Za-z0-9-]*)([^<>""']|""[^""]*""|'[^']*')*>?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Tag();
}
