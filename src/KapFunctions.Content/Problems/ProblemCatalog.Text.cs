using static KapFunctions.Content.Problems.Severity;

namespace KapFunctions.Content.Problems;

/// <content>Problems of texts.</content>
internal static partial class ProblemCatalog
{
    public static readonly ProblemKind UnusualBlank = new(
        "unusual-blank",
        Hint,
        "The blank behind \"{0}\" is not the usual one but {1}; it was read as one, so this is {2}.",
        "Delete it, and press the space bar."
    );

    public static readonly ProblemKind TemplateText = new(
        "template-text",
        Error,
        "This sentence is the template's (\"{0}\") and not meant for readers. Nothing new was published.",
        "Write your own in its place, or delete it."
    );

    public static readonly ProblemKind HtmlRemoved = new(
        "html-removed",
        Warning,
        "The HTML element <{0}> is not allowed; {1}.",
        "Use Markdown, or one of the elements that docs/editors.md lists."
    );

    public static readonly ProblemKind HtmlHidden = new(
        "html-hidden",
        Warning,
        "Readers do not get what the hidden <{0}> holds.",
        "Delete it, or take out what hides it (hidden, a style, a class) to show it; <details> shows a text on a click."
    );

    public static readonly ProblemKind HtmlAttributeRemoved = new(
        "html-attribute-removed",
        Hint,
        "The attribute {1} of <{0}> is not allowed and was taken out.",
        "Leave how it looks to the site's design."
    );

    public static readonly ProblemKind TemplateCode = new(
        "template-code",
        Warning,
        "The text holds template code (\"{0}\"), which is not run: readers see it as text.",
        "Write the content out in Markdown, or put the code in backticks."
    );

    public static readonly ProblemKind ContentsMarker = new(
        "contents-marker",
        Hint,
        "Another generator would put a table of contents here; this line was taken out.",
        "Delete it: the table goes with the post, and the site says where it stands."
    );

    public static readonly ProblemKind CommentHidden = new(
        "comment-hidden",
        Hint,
        "The text holds a private comment; readers do not see it.",
        "Nothing needs to be done. Where it is meant as text, put it in backticks."
    );

    public static readonly ProblemKind CommentUnclosed = new(
        "comment-unclosed",
        Warning,
        "The private comment that begins here never ends; readers see nothing of what follows.",
        "End it with {0}."
    );

    public static readonly ProblemKind CriticMarkup = new(
        "critic-markup",
        Hint,
        "The text holds a suggested edit (CriticMarkup); readers see it as if it were accepted.",
        "Accept or reject it in the file. Where it is meant as text, put it in backticks."
    );

    public static readonly ProblemKind ToolMark = new(
        "tool-mark",
        Warning,
        "\"{0}\" was left over by the tool that wrote this text; readers see it.",
        "Delete it. Where it names a source, write a link to that."
    )
    {
        CanBeOff = true,
    };

    public static readonly ProblemKind FenceInHtml = new(
        "fence-in-html",
        Warning,
        "The code that begins here stands in HTML, where it is no Markdown; readers see its fences as text.",
        "Leave a line empty above it."
    );

    public static readonly ProblemKind FenceUnclosed = new(
        "fence-unclosed",
        Warning,
        "The code that begins here never ends: readers see all that follows, to the end of the text or of the list or quotation around it, as code.",
        "Write a line {0} below the code."
    );

    public static readonly ProblemKind CodeIndented = new(
        "code-indented",
        Warning,
        "The text is indented by four blanks or more, so readers see it as code.",
        "Delete the blanks before it."
    );

    public static readonly ProblemKind HeadingUnread = new(
        "heading-unread",
        Warning,
        "Readers see \"{0}\" as it stands and no heading: a blank is missing behind the number signs.",
        "Write {1}."
    );

    public static readonly ProblemKind HeadingUnderlined = new(
        "heading-underlined",
        Warning,
        "The line of hyphens right below \"{0}\" makes a heading of it.",
        "Leave a line empty above the hyphens where a line between two parts is meant; write ## before the text where a heading is."
    );

    public static readonly ProblemKind HeadingSkipped = new(
        "heading-skipped",
        Hint,
        "The heading \"{0}\" is of level {1}, right below one of level {2}; who hears the page looks for what is missing between.",
        "Begin it with {3}."
    )
    {
        CanBeOff = true,
    };

    public static readonly ProblemKind HeadingSecondTitle = new(
        "heading-second-title",
        Hint,
        "\"{0}\" is a second heading of the first level; the first level is for the title alone.",
        "Begin it with ##."
    )
    {
        CanBeOff = true,
    };

    public static readonly ProblemKind TableUnread = new(
        "table-unread",
        Warning,
        "Readers see these lines as text with bars, and no table: the line below the first is missing.",
        "Write a line {0} below the first."
    );

    public static readonly ProblemKind TableHeadEmpty = new(
        "table-head-empty",
        Hint,
        "The first row of the table is empty: readers get it without heads, and who hears it is not told what a column holds.",
        "Write above each column what it holds."
    )
    {
        CanBeOff = true,
    };

    /// <summary>Its severity is the site's.</summary>
    public static readonly ProblemKind Term = new(
        "term",
        Warning,
        "\"{0}\" is a word that this site does not use{1}.",
        "Write \"{2}\"."
    );

    public static readonly ProblemKind EmphasisUnclosed = new(
        "emphasis-unclosed",
        Warning,
        "Readers see the asterisks (**) that begin or end here: nothing is bold.",
        "Set ** right before the first and right behind the last word, within one paragraph; or \\*\\* where they are meant."
    );

    public static readonly ProblemKind MergeMarkers = new(
        "merge-markers",
        Warning,
        "Readers see two versions of the text, with the marks (<<<<<<<) between which git left them.",
        "Keep one version, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>."
    );

    public static readonly ProblemKind FootnoteMissing = new(
        "footnote-missing",
        Warning,
        "Readers see \"{0}\" as it stands: there is no such note.",
        "Write the note on a line of its own, {0}: and its text, or delete the mark."
    );

    public static readonly ProblemKind FootnoteLost = new(
        "footnote-lost",
        Warning,
        "Readers do not see the note {0}: {1}.",
        "{2}, or delete the note."
    );

    public static readonly ProblemKind ListUnread = new(
        "list-unread",
        Warning,
        "Readers see the lines from \"{0}\" on as one paragraph and no list.",
        "Write {1}, and so for the lines below it."
    );

    public static readonly ProblemKind TableCellsLost = new(
        "table-cells-lost",
        Warning,
        "Readers do not see \"{0}\" in this row: the table has no column for it.",
        "Give the first row as many cells as this one, or write \\| for a bar that is part of the text."
    );

    public static readonly ProblemKind SignsLost = new(
        "signs-lost",
        Warning,
        "Readers see \"{0}\": a program that read the text in another encoding lost what stood in the place of \uFFFD.",
        "Write there what it was."
    );

    public static readonly ProblemKind ReferenceMissing = new(
        "reference-missing",
        Warning,
        "Readers see \"{0}\" as it stands and no link: nothing says where \"{1}\" leads.",
        "Write a line [{1}]: and the address, or the address in the place of the second brackets."
    );

    public static readonly ProblemKind DoublyEncoded = new(
        "doubly-encoded",
        Warning,
        "Readers see \"{0}\", where \"{1}\" was probably meant: the text was saved in one encoding and read in another.",
        "Write {1}, or save the text again as UTF-8 from where it came."
    );

    public static readonly ProblemKind TextEmpty = new(
        "text-empty",
        Warning,
        "The file has no text, so readers get an empty article.",
        "Write the text below the head."
    );

    public static readonly ProblemKind AngleBrackets = new(
        "angle-brackets",
        Warning,
        "\"{0}\" was read as HTML, of which readers see nothing.",
        "Write {1} where it is meant as text."
    );

    public static readonly ProblemKind PastedHtml = new(
        "pasted-html",
        Hint,
        "This text was pasted with the markup of {0}; its headings, lists and emphasis stay, and nothing else of it.",
        "Nothing needs to be done; paste it as plain text where it looks otherwise than you meant."
    );

    public static readonly ProblemKind PagePart = new(
        "page-part",
        Hint,
        "\"{0}\" looks like a piece of the page from which this text was copied; readers see it.",
        "Delete it."
    )
    {
        CanBeOff = true,
    };

    public static readonly ProblemKind BoxUnknown = new(
        "box-unknown",
        Hint,
        "\":::{0}\" is a component of another program; readers see what it holds, as a part of the text.",
        "Write :::note for a box, :::details for one that opens on a click; else delete the lines of colons."
    );

    public static readonly ProblemKind TagLine = new(
        "tag-line",
        Hint,
        "Readers see the tags \"{0}\" as a line of text.",
        "Write tags: [{1}] in the head, and delete the line."
    )
    {
        CanBeOff = true,
    };
}
