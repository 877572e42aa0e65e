using System.Text.RegularExpressions;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Rendering;
using KapFunctions.Content.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KapFunctions.Content.Checks;

/// <summary>Signs of Markdown that stand in the text for everybody to read.</summary>
internal static partial class TextSlips
{
    /// <summary>Longest block that is searched, in characters: in a longer one nobody looks for a slip by its line.</summary>
    private const int MaxLength = 20_000;

    private const string Conflict = "<<<<<<< ";

    public static void Report(Block block, string text, BodySource source)
    {
        if (text.Length > MaxLength)
        {
            return;
        }
        ReportConflict(block, text, source);
        ReportLinks(block, text, source);
        ReportReferences(block, text, source);
        ReportStars(block, text, source);
        ReportEncoding(block, text, source);
        ReportLostSigns(block, text, source);
        if (block is ParagraphBlock { Parent: not TableCell } paragraph)
        {
            ListSlips.Report(paragraph, text, source);
            ReportTable(block, text, source);
            ReportHashes(block, text, source);
        }
        ReportPieces(block, text, source);
    }

    private static void ReportConflict(Block block, string text, BodySource source)
    {
        var at = text.StartsWith(Conflict, StringComparison.Ordinal)
            ? 0
            : text.IndexOf("\n" + Conflict, StringComparison.Ordinal) + 1;
        if (at > 0 || text.StartsWith(Conflict, StringComparison.Ordinal))
        {
            var line = FirstLine.Of(block) + text.AsSpan(0, at).Count('\n');
            source.Problems.Add(ProblemCatalog.MergeMarkers, source.LineAt(line));
        }
    }

    private static void ReportLinks(Block block, string text, BodySource source)
    {
        if (!text.Contains('[', StringComparison.Ordinal))
        {
            return;
        }
        foreach (Match link in Unread().Matches(text))
        {
            var url = link.Groups["url"].Value.Trim();
            if (Address().IsMatch(url))
            {
                var meant = Titled().Match(url) is { Success: true, Groups: var titled }
                    ? $"{titled["url"].Value} \"{titled["title"].Value}\""
                    : url.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);
                source.Report(
                    ProblemCatalog.LinkUnread,
                    block,
                    link.Value,
                    link.Value,
                    $"{link.Groups["mark"].Value}[{link.Groups["text"].Value}]({meant})"
                );
            }
        }
    }

    private static void ReportReferences(Block block, string text, BodySource source)
    {
        if (!text.Contains('[', StringComparison.Ordinal))
        {
            return;
        }
        foreach (Match note in Note().Matches(text))
        {
            source.Report(ProblemCatalog.FootnoteMissing, block, note.Value, note.Value);
        }
        foreach (Match reference in Reference().Matches(text))
        {
            var name = reference.Groups["name"].Value is { Length: > 0 } other ? other : reference.Groups["text"].Value;
            if (name.Any(char.IsLetter))
            {
                source.Report(ProblemCatalog.ReferenceMissing, block, reference.Value, reference.Value, name);
            }
        }
    }

    /// <summary>Two asterisks with a word on one side alone; <c>2**3</c> is arithmetic.</summary>
    private static void ReportStars(Block block, string text, BodySource source)
    {
        var stars = text.Contains("**", StringComparison.Ordinal) ? Stars().Matches(text) : null;
        if (stars is [var first, ..] && (stars.Count > 1 || !Loose().IsMatch(first.Value)))
        {
            source.Report(ProblemCatalog.EmphasisUnclosed, block, first.Value.Trim('\n'));
        }
    }

    private static void ReportEncoding(Block block, string text, BodySource source)
    {
        if (DoubleEncoding.Find(text) is var (wrong, right) && source.Problems.IsFirst(ProblemCatalog.DoublyEncoded))
        {
            source.Report(ProblemCatalog.DoublyEncoded, block, wrong, wrong, right);
        }
    }

    private static void ReportLostSigns(Block block, string text, BodySource source)
    {
        if (
            text.Contains('\uFFFD', StringComparison.Ordinal)
            && LostSign().Match(text) is { Success: true, Value: var word }
            && source.Problems.IsFirst(ProblemCatalog.SignsLost)
        )
        {
            source.Report(ProblemCatalog.SignsLost, block, word, word);
        }
    }

    private static void ReportTable(Block block, string text, BodySource source)
    {
        var lines = text.Split('\n');
        if (
            lines.Length > 1
            && Array.TrueForAll(lines, line => line.Trim() is ['|', _, .., '|'])
            && lines[0].AsSpan().Count('|') is > 2 and var bars
        )
        {
            source.Report(
                ProblemCatalog.TableUnread,
                block,
                "",
                string.Concat(Enumerable.Repeat("| --- ", bars - 1)) + "|"
            );
        }
    }

    private static void ReportHashes(Block block, string text, BodySource source)
    {
        if (!text.Contains('#', StringComparison.Ordinal))
        {
            return;
        }
        foreach (Match line in Hashes().Matches(text))
        {
            if (TagLine().IsMatch(line.Value))
            {
                var tags = line
                    .Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(tag => tag.TrimStart('#'));
                source.Report(ProblemCatalog.TagLine, block, line.Value, line.Value, string.Join(", ", tags));
            }
            else if (line.Groups["text"].Value is { Length: > 0 } words)
            {
                var signs = line.Groups["signs"].Value;
                source.Report(ProblemCatalog.HeadingUnread, block, line.Value, line.Value, $"{signs} {words}");
            }
        }
    }

    private static void ReportPieces(Block block, string text, BodySource source)
    {
        if (
            block is ParagraphBlock or HeadingBlock
            && text.Length <= ShownText.MaxPiece
            && PageParts.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase)
        )
        {
            source.Report(ProblemCatalog.PagePart, block, text.Trim(), text.Trim());
        }
    }

    /// <summary>What blogs of kits write around an article.</summary>
    private static readonly string[] PageParts =
    [
        "top of page",
        "bottom of page",
        "Recent Posts",
        "See All",
        "Skip to content",
        "Skip to main content",
        "Share this post",
        "Back to top",
    ];

    /// <summary>With a blank between its brackets, with these exchanged or others, with a blank or a line's end in its address, or
    /// with one bracket forgotten.</summary>
    [GeneratedRegex(
        @"(?<mark>!?)\[(?<text>[^\[\]\n\uFFFC]{1,200})\][ \t]{1,4}\((?<url>[^()\s\uFFFC]{1,500})\)"
            + @"|\((?<text>[^()\n\uFFFC]{1,200})\)(?<mark>!?)\[(?<url>[^\[\]\s\uFFFC]{1,500})\]"
            + @"|(?<mark>!?)\[(?<text>[^\[\]\n\uFFFC]{1,200})\]\{(?<url>(https?://|www\.)[^{}\s\uFFFC]{1,500})\}"
            + @"|(?<mark>!?)\[(?<text>[^\[\]\uFFFC]{0,200})\]\((?<url>[^()<>\uFFFC""]{1,500})\)"
            + @"|(?<mark>!?)\[(?<text>[^\[\]\n\uFFFC]{1,200})\]\((?<url>[^()<>\s\uFFFC""]{1,500})(?=\s|\z)"
            + @"|(?<![\]\w])(?<mark>!?)\[(?<text>[^\[\]()\n\uFFFC]{1,200})\((?<url>https?://[^()\s\uFFFC]{1,500})\)(?![^\[\n]{0,200}\])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Unread();

    /// <summary>An address with its title between curly quotation marks.</summary>
    [GeneratedRegex(
        @"^(?<url>\S+)\s+[“”„‘’](?<title>[^“”„‘’]+)[“”‘’]$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Titled();

    [GeneratedRegex(@"\S{0,20}\uFFFD\S{0,20}", RegexOptions.CultureInvariant)]
    private static partial Regex LostSign();

    [GeneratedRegex(
        @"^(https?://|www\.|mailto:|tel:|#|/|\.{1,2}/)|\.(md|markdown|html?|png|jpe?g|gif|webp|avif|svg|heic|pdf|mp3|m4a|mp4|docx?|com|org|net|de|at|ch|uk|edu|gov|io)(/|$)|^media/",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<!\])\[\^[\p{L}\p{N}_-]{1,60}\](?![(\[])", RegexOptions.CultureInvariant)]
    private static partial Regex Note();

    [GeneratedRegex(
        @"(?<![\w\])])!?\[(?<text>[^\[\]\n\^\uFFFC][^\[\]\n\uFFFC]{0,200})\]\[(?<name>[^\[\]\n\^\uFFFC]{0,100})\](?![\[(:])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Reference();

    [GeneratedRegex(
        @"(?<=^|[\s(])\*\*[^\s*]\S{0,20}|\S{0,20}[^\s*]\*\*(?=$|[\s.,;:!?)])|(?<=\s|^)\*\*(?=\s|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline
    )]
    private static partial Regex Stars();

    [GeneratedRegex(@"^\*\*$", RegexOptions.CultureInvariant)]
    private static partial Regex Loose();

    [GeneratedRegex(
        @"^(?<signs>#{1,6})(?<text>[^\s#\uFFFC!\\/][^\n]{0,200})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline
    )]
    private static partial Regex Hashes();

    /// <summary>One such word alone is a heading where it begins with a capital letter.</summary>
    [GeneratedRegex(
        @"^(#[\p{L}\p{N}_-]+)([ ,]+#[\p{L}\p{N}_-]+)+\s*$|^#[\p{Ll}\p{N}_-][\p{L}\p{N}_-]*\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex TagLine();
}
