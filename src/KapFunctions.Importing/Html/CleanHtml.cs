using AngleSharp.Dom;

namespace KapFunctions.Importing.Html;

/// <summary>Makes a new tree of another one, whose elements are those that a text consists of: blocks that hold lines, lines whose
/// marks touch their words. Nothing is moved in the old tree, where each move costs a walk along the siblings.</summary>
internal sealed partial class CleanHtml
{
    /// <summary>Blocks within blocks; a list needs two of the levels that the renderer reads.</summary>
    private const int MaxLevels = 24;

    private static readonly HashSet<string> BlockNames = Words(
        "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
            + "header hgroup hr iframe legend li main menu nav ol p pre script section style summary table tbody td template tfoot th thead tr ul"
    );

    /// <summary>They go without a word: what they hold was never shown.</summary>
    private static readonly HashSet<string> Silent = Words(
        "style template title meta link base head noframes noembed param colgroup col datalist"
    );

    /// <summary>They go, and that is told.</summary>
    private static readonly HashSet<string> Told = Words(
        "script svg math canvas applet select textarea object embed frameset marquee xmp plaintext map"
    );

    private readonly IDocument document;
    private readonly Func<string, string> lose;
    private readonly HashSet<INode> holdsBlocks = [];
    private readonly HashSet<string> targets = new(StringComparer.Ordinal);
    private readonly List<string> anchors = [];
    private int level;

    private CleanHtml(IDocument document, Func<string, string> lose) => (this.document, this.lose) = (document, lose);

    public static IElement Of(IElement body, Func<string, string> lose)
    {
        HiddenText.Remove(body, lose);
        var clean = new CleanHtml(body.Owner!, lose);
        clean.Note(body);
        var to = body.Owner!.CreateElement("body");
        clean.WriteAll(to, body, Marks.None);
        if (clean.anchors.Count > 0)
        {
            var last = new LineBuilder();
            clean.AddAnchors(last);
            clean.Flush(to, last);
        }
        clean.WriteNotes(to);
        return to;
    }

    /// <summary>What is asked of many nodes is found out once.</summary>
    private bool Note(INode node)
    {
        var holds = false;
        foreach (var child in node.ChildNodes)
        {
            holds |= Note(child);
        }
        if (node is not IElement element)
        {
            return node is IComment { Data: var data } && IsCut(data);
        }
        if (element is { LocalName: "a" } && element.GetAttribute("href") is ['#', _, ..] href)
        {
            targets.Add(AnchorOf(href[1..]));
        }
        if (holds)
        {
            holdsBlocks.Add(node);
        }
        return holds || BlockNames.Contains(element.LocalName);
    }

    /// <summary>Lines and blocks in their order. An inline element around blocks goes into each of their lines.</summary>
    private void WriteAll(INode to, INode from, Marks marks)
    {
        var line = new LineBuilder();
        WriteAll(to, from, marks, line);
        Flush(to, line);
    }

    private void WriteAll(INode to, INode from, Marks marks, LineBuilder line)
    {
        var list = new WordList(document);
        foreach (var node in from.ChildNodes)
        {
            if (node is IElement paragraph && WordList.IsItem(paragraph))
            {
                Flush(to, line);
                if (!list.Takes(paragraph))
                {
                    Flush(to, list);
                }
                WriteAll(list.Add(paragraph), paragraph, marks);
                continue;
            }
            if (node is IElement || node is IText { Data: var between } && !string.IsNullOrWhiteSpace(between))
            {
                Flush(to, list);
            }
            if (node is IComment { Data: var data } && IsCut(data))
            {
                Flush(to, line);
                to.AppendChild(document.CreateComment("more"));
                if (data.Trim().Length > 4)
                {
                    AppendLost(to, $"the label \"{data.Trim()[4..].Trim()}\" of the cut");
                }
            }
            else if (node is IElement element && BlockNames.Contains(element.LocalName))
            {
                Flush(to, line);
                WriteBlock(to, element, marks);
            }
            else if (node is IElement around && holdsBlocks.Contains(around))
            {
                NoteAnchor(around);
                WriteAll(to, around, marks.With(around), line);
            }
            else
            {
                WriteInline(line, node, marks);
            }
        }
        Flush(to, list);
    }

    private void WriteBlock(INode to, IElement element, Marks marks)
    {
        switch (element.LocalName)
        {
            case ['h', >= '1' and <= '6']:
                WriteHeading(to, element, marks);
                break;
            case "hr" when !IsRuleOfNotes(element):
                to.AppendChild(document.CreateElement("hr"));
                break;
            case "hr":
                break;
            case "pre":
                WriteCode(to, element, marks);
                break;
            case "ol" when IsNotes(element):
                break;
            case "ul" or "ol" or "menu" or "dir" when Enter():
                WriteList(to, element, marks);
                level--;
                break;
            case "blockquote" when Enter():
                NoteAnchor(element);
                Append(to, "blockquote", inner => WriteAll(inner, element, marks));
                level--;
                break;
            case "aside" or "details" or "dl" when Enter():
                WriteContainer(to, element, marks);
                level--;
                break;
            case "figure":
                WriteFigure(to, element, marks);
                break;
            case "table":
                WriteTable(to, element, marks);
                break;
            case "iframe":
                WriteFrame(to, element, marks);
                break;
            case "div" when notes.Count > 0 && AreNotesOfWord(element):
                break;
            case "form" when !IsPage(element):
                AppendLost(to, "a form");
                break;
            case "script" when GistOf(element) is { } gist:
                AppendLine(to, gist, marks);
                break;
            case "script":
                if (!IsData(element))
                {
                    AppendLost(to, "a script");
                }
                break;
            case var name when Silent.Contains(name):
                break;
            default:
                NoteAnchor(element);
                WriteAll(to, element, element.LocalName == "p" ? marks.With(element) : marks);
                break;
        }
    }

    private bool Enter()
    {
        if (level >= MaxLevels)
        {
            return false;
        }
        level++;
        return true;
    }

    private void Flush(INode to, LineBuilder line)
    {
        if (line.IsEmpty)
        {
            line.Clear();
            return;
        }
        var paragraph = document.CreateElement("p");
        var anchored = new LineBuilder();
        AddAnchors(anchored);
        anchored.Add(line);
        anchored.WriteTo(paragraph, document);
        line.Clear();
        to.AppendChild(paragraph);
    }

    private static void Flush(INode to, WordList list)
    {
        if (list.Close() is [var outermost, ..] all)
        {
            all.ForEach(one => Tight(one));
            to.AppendChild(outermost);
        }
    }

    private void Append(INode to, string name, Action<IElement> write)
    {
        var element = document.CreateElement(name);
        write(element);
        if (element.HasChildNodes)
        {
            to.AppendChild(element);
        }
    }

    private void AppendLine(INode to, string text, Marks marks)
    {
        var line = new LineBuilder();
        line.Text(text, marks);
        Flush(to, line);
    }

    private void AppendLost(INode to, string what)
    {
        if (lose(what) is { Length: > 0 } sign)
        {
            to.AppendChild(document.CreateElement("p")).AppendChild(document.CreateTextNode(sign));
        }
    }

    private static bool IsCut(string comment) =>
        comment.Trim() is "more" || comment.TrimStart().StartsWith("more ", StringComparison.Ordinal);

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
