using static KapFunctions.Content.Problems.Severity;

namespace KapFunctions.Content.Problems;

/// <summary>Every kind of problem a file can have. <c>docs/editors.md</c> lists the same, each with an example.</summary>
internal static partial class ProblemCatalog
{
    public static readonly ProblemKind SourceTooLarge = new(
        "source-too-large",
        Error,
        "The file has {0} bytes; at most {1} can be published.",
        "Split the text into several posts, and keep pictures in files of their own."
    );

    public static readonly ProblemKind SourceEmpty = new(
        "source-empty",
        Error,
        "The file is empty.",
        "Upload it again; the last upload may have been cut off."
    );

    public static readonly ProblemKind SourceNotUtf8 = new(
        "source-not-utf8",
        Error,
        "The file is not UTF-8 text: {0}.",
        "Save it again with the encoding UTF-8."
    );

    public static readonly ProblemKind UnusualBlank = new(
        "unusual-blank",
        Hint,
        "The blank behind \"{0}\" is not the usual one but {1}; it was read as one, so this is {2}.",
        "Delete it, and press the space bar."
    );

    public static readonly ProblemKind ControlCharacters = new(
        "source-control-characters",
        Warning,
        "The text holds an invisible control character, which was left out.",
        "Delete it, or paste the text again as plain text."
    );

    public static readonly ProblemKind TooComplex = new(
        "too-complex",
        Error,
        "This part is too complex to render safely: {0}.",
        "Simplify it, or split it with blank lines into several paragraphs."
    );

    public static readonly ProblemKind RenderFailed = new(
        "render-failed",
        Error,
        "Rendering failed ({0}); that is a mistake of the renderer, not of the author.",
        "Report it with the file; writing the text more simply may help until it is mended."
    );

    public static readonly ProblemKind FrontMatterUnclosed = new(
        "front-matter-unclosed",
        Error,
        "The front matter begins with {0} but is never closed.",
        "Add a line {0} after the last of its keys."
    );

    public static readonly ProblemKind FrontMatterTooLarge = new(
        "front-matter-too-large",
        Error,
        "The front matter has {0} characters; at most {1} are read.",
        "Move long texts into the body."
    );

    public static readonly ProblemKind FrontMatterScript = new(
        "front-matter-script",
        Error,
        "The front matter is a program ({0}), and programs are never run.",
        "Write it as YAML, TOML or JSON."
    );

    public static readonly ProblemKind FrontMatterSyntax = new(
        "front-matter-syntax",
        Error,
        "The front matter is not valid {0}: {1}",
        "Mend this line; a value with special characters needs quotes."
    );

    public static readonly ProblemKind FrontMatterRepaired = new(
        "front-matter-repaired",
        Warning,
        "The value of \"{0}\" is not valid {1}; it was read as plain text.",
        "{2}"
    );

    public static readonly ProblemKind FrontMatterComment = new(
        "front-matter-comment",
        Warning,
        "In the value of \"{0}\" everything from \"{1}\" on counts as a comment, so nobody gets it.",
        "Write {2}; or set a blank behind the # where it is meant as a comment."
    );

    public static readonly ProblemKind FrontMatterIndent = new(
        "front-matter-indent",
        Warning,
        "\"{0}\" is not indented like the other items of its list; it was read as one of them.",
        "Set as many blanks before it as before the first item: {1}."
    );

    public static readonly ProblemKind FrontMatterLine = new(
        "front-matter-line",
        Warning,
        "The line \"{0}\" is not written as a key with its value: {1}. It was read as \"{2}\".",
        "Write \"{2}\"."
    );

    public static readonly ProblemKind FrontMatterTabs = new(
        "front-matter-tabs",
        Warning,
        "The front matter is indented with tabs, which YAML does not allow; they were read as spaces.",
        "Indent with spaces."
    );

    public static readonly ProblemKind FrontMatterDuplicateKey = new(
        "front-matter-duplicate-key",
        Warning,
        "The key \"{0}\" is there twice; the last one counts.",
        "Delete one of them."
    );

    public static readonly ProblemKind FrontMatterNoKeys = new(
        "front-matter-no-keys",
        Warning,
        "The block between the two {0} lines holds no keys, so it was read as part of the text.",
        "Write keys such as \"title: …\" in it, or delete the lines."
    );

    public static readonly ProblemKind FrontMatterReference = new(
        "front-matter-reference",
        Warning,
        "The front matter refers to another value (\"*{0}\"), which is not supported; it was left empty.",
        "Write the value out."
    );

    public static readonly ProblemKind FieldType = new(
        "field-type",
        Warning,
        "\"{0}\" should be {1}; it was left out.",
        "Write it as {1}."
    );

    public static readonly ProblemKind FieldUnreadable = new(
        "field-unreadable",
        Warning,
        "The value of \"{0}\" cannot be read; nothing here depends on it, so it was left out.",
        "Close its quotation marks and brackets, or delete it."
    );

    public static readonly ProblemKind FieldTooMany = new(
        "field-too-many",
        Warning,
        "\"{0}\" has more than {1} entries; the others were left out.",
        "Keep the {1} that matter."
    );

    public static readonly ProblemKind FieldTooLong = new(
        "field-too-long",
        Warning,
        "\"{0}\" is longer than {1} characters and was cut.",
        "Shorten it."
    );

    public static readonly ProblemKind FieldAddress = new(
        "field-address",
        Warning,
        "\"{0}\" is not an address that can be used (\"{1}\"); it was left out.",
        "Write a full address that begins with https://, or the path of a file."
    );

    public static readonly ProblemKind KeptBackValue = new(
        "kept-back-value",
        Error,
        "Kept back, because \"{0}\" {1}: {2}. Readers see nothing of this file.",
        "Write \"{4}\" to publish it, or \"{3}\" to go on keeping it back."
    );

    public static readonly ProblemKind KeptBackKey = new(
        "kept-back-key",
        Error,
        "Kept back, because the key \"{0}\" with \"{1}\" probably was to be \"{2}\". Readers see nothing of this file.",
        "Write \"{2}\", or delete the line to publish it. A key of your own goes under \"frontmatter\" in site.yaml."
    );

    public static readonly ProblemKind KeptBackStatus = new(
        "kept-back-status",
        Error,
        "Kept back, because \"{0}\" says \"{1}\"; probably \"{2}\" was meant. Readers see nothing of this file.",
        "Write \"draft: true\" in its place to keep it back, or delete the line to publish it."
    );

    public static readonly ProblemKind KeptBackTwice = new(
        "kept-back-twice",
        Error,
        "Kept back, because \"{0}\" is there twice and says both. Readers see nothing of this file.",
        "Keep one line: \"{2}\" to publish it, or \"{1}\" to keep it back."
    );

    public static readonly ProblemKind KeptBackLine = new(
        "kept-back-line",
        Error,
        "Kept back, because \"{0}\" stands within another value and not on a line of its own. Readers see nothing of this file.",
        "Write \"{1}\" on a line of its own, without blanks before it, and close the quotation marks above; or delete it."
    );

    public static readonly ProblemKind KeptBackText = new(
        "kept-back-text",
        Error,
        "Kept back, because the text begins with \"{0}\". Readers see nothing of this file.",
        "Delete the line to publish it, or write \"draft: true\" in the head to keep it back."
    );

    public static readonly ProblemKind KeptBackPlace = new(
        "kept-back-place",
        Hint,
        "Kept back as a draft, because of where it lies (\"{0}\").",
        "Move or rename it to publish it, or write \"draft: false\" in its head."
    );

    public static readonly ProblemKind SwitchSigns = new(
        "switch-signs",
        Warning,
        "\"{0}\" says \"{1}\", with signs that do not belong there; it was read as \"{2}\".",
        "Write \"{2}\"."
    );

    public static readonly ProblemKind StatusUnknown = new(
        "status-unknown",
        Warning,
        "The status \"{0}\" means nothing here; the file is published.",
        "Write \"draft: true\" to keep it back; otherwise nothing needs to be done."
    );

    public static readonly ProblemKind HeadMisplaced = new(
        "head-misplaced",
        Error,
        "This looks like the head of a post, but it is not written as one: its first line must be \"---\", and nothing may stand above it. Nothing new was published.",
        "Begin the file with a line \"---\", and write another such line behind the last of its keys."
    );

    public static readonly ProblemKind DateUnreadable = new(
        "date-unreadable",
        Error,
        "The date in \"{0}\" cannot be read (\"{1}\"), so nobody can tell when it is to be public. Nothing new was published.",
        "Write it as 2024-03-05, or 2024-03-05 14:30."
    );

    public static readonly ProblemKind DateOutOfRange = new(
        "date-out-of-range",
        Error,
        "The date in \"{0}\" (\"{1}\") lies outside the years 1900 to 2100. Nothing new was published.",
        "Mend the year: 2024-03-05."
    );

    public static readonly ProblemKind DayUnreadable = new(
        "day-unreadable",
        Warning,
        "The date in \"{0}\" cannot be read (\"{1}\"); it was left out.",
        "Write it as 2024-03-05, or 2024-03-05 14:30."
    );

    public static readonly ProblemKind DateAmbiguous = new(
        "date-ambiguous",
        Warning,
        "The date in \"{0}\" (\"{1}\") can be read as {2} or as {3}; {4}.",
        "Write it as year-month-day: {2} or {3}."
    );

    public static readonly ProblemKind DateKey = new(
        "date-key",
        Warning,
        "The key \"{0}\" means nothing here; it was taken for \"{1}\", so that nothing is shown at the wrong time.",
        "Write \"{1}\". A key of your own goes under \"frontmatter\" in site.yaml."
    );

    public static readonly ProblemKind ExpiresBeforeDate = new(
        "expires-before-date",
        Error,
        "The post would disappear ({1}) before it appears. Nothing new was published.",
        "Mend \"{0}\" or the date."
    );

    public static readonly ProblemKind UpdatedBeforeDate = new(
        "updated-before-date",
        Warning,
        "The post would have been changed ({1}) before it appeared.",
        "Mend \"{0}\" or the date."
    );

    public static readonly ProblemKind TemplateText = new(
        "template-text",
        Error,
        "This sentence is the template's (\"{0}\") and not meant for readers. Nothing new was published.",
        "Write your own in its place, or delete it."
    );

    public static readonly ProblemKind FileNameDate = new(
        "file-name-date",
        Warning,
        "The date in the file name does not exist (\"{0}\"); {1} was taken.",
        "Rename the file, or write a \"date\" in the front matter."
    );

    public static readonly ProblemKind TitleMissing = new(
        "title-missing",
        Hint,
        "The post has no title; \"{0}\" was taken from the file name.",
        "Write a \"title\" in the front matter, or begin the text with a heading."
    );

    public static readonly ProblemKind SlugChanged = new(
        "slug-changed",
        Hint,
        "\"{0}\" cannot stand in an address; \"{1}\" is used.",
        "Write the slug in small letters, digits and hyphens."
    );

    public static readonly ProblemKind SlugReserved = new(
        "slug-reserved",
        Error,
        "The address \"/{0}/\" is the site's own, so this version is not published.",
        "Give the file another slug, such as slug: about-{1}."
    );

    public static readonly ProblemKind IdInvalid = new(
        "id-invalid",
        Hint,
        "The id \"{0}\" is not 24 characters of 0-9 and a-f, so the post is given one.",
        "Delete it, or write the post's id as Ghost exported it."
    );

    public static readonly ProblemKind LanguageUnknown = new(
        "language-unknown",
        Warning,
        "\"{0}\" is not a language tag; the site's language is used.",
        "Write a tag such as en, de or pt-BR."
    );

    public static readonly ProblemKind NotPublic = new(
        "visibility-not-public",
        Warning,
        "The post is for \"{0}\" only, which this site cannot check, so it is kept back as a draft.",
        "Write visibility: public to publish it for everybody."
    );

    public static readonly ProblemKind LinkUnsafe = new(
        "link-unsafe",
        Warning,
        "The link to \"{0}\" was taken out: links may lead to web addresses, files of the site, mail and telephones.",
        "Mend how the address begins, such as https://, mailto: or tel:."
    );

    public static readonly ProblemKind LinkOutside = new(
        "link-outside",
        Warning,
        "The link to \"{0}\" leads out of the content folder and was taken out.",
        "Mend the path."
    );

    public static readonly ProblemKind ImageAltMissing = new(
        "image-alt-missing",
        Warning,
        "The picture \"{0}\" has no text for people who cannot see it.",
        "Say what it shows: ![what it shows](…)."
    );

    public static readonly ProblemKind HtmlRemoved = new(
        "html-removed",
        Warning,
        "The HTML element <{0}> is not allowed; {1}.",
        "Use Markdown, or one of the elements that docs/editors.md lists."
    );

    public static readonly ProblemKind HtmlAttributeRemoved = new(
        "html-attribute-removed",
        Hint,
        "The attribute {1} of <{0}> is not allowed and was taken out.",
        "Leave how it looks to the site's design."
    );

    public static readonly ProblemKind FrameNotAllowed = new(
        "frame-not-allowed",
        Warning,
        "A frame from \"{0}\" is not allowed; readers get a link to it.",
        "Embed from YouTube, Vimeo, Spotify, Apple Podcasts or SoundCloud."
    );

    public static readonly ProblemKind ForeignPicture = new(
        "foreign-picture",
        Hint,
        "\"{0}\" is on another host, which every reader's browser would tell of the visit: {1}.",
        "Upload the file below media/, and write its path there."
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
        "End it with %% or what else its beginning asks for."
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
    );

    public static readonly ProblemKind FenceInHtml = new(
        "fence-in-html",
        Warning,
        "The code that begins here stands in HTML, where it is no Markdown; readers see its fences as text.",
        "Leave a line empty above it."
    );

    public static readonly ProblemKind MoreProblems = new(
        "more-problems",
        Hint,
        "There are {0} more problems.",
        "Mend those above and upload the file again."
    );

    public static readonly ProblemKind SiteValue = new(
        "site-value",
        Warning,
        "\"{0}\" should be {1}; it was left out.",
        "Write it as {1}."
    );

    public static readonly ProblemKind SiteUnknownKey = new(
        "site-unknown-key",
        Hint,
        "\"{0}\" is not a setting of the site.",
        "Delete it, or compare its spelling with docs/editors.md."
    );

    public static readonly ProblemKind SiteSyntax = new(
        "site-syntax",
        Error,
        "site.yaml cannot be read: {1}",
        "Mend this line; until then the last good settings stay."
    );

    public static readonly ProblemKind ThemeTemplate = new(
        "theme-template",
        Error,
        "The template cannot be used: {0}.",
        "Mend it as docs/theme.md says; until then its last good version is used, or the built-in one."
    );

    public static readonly ProblemKind ThemeFileType = new(
        "theme-file-type",
        Error,
        "Files of this type are not part of a theme.",
        "Use a .liquid template, a .css file, a picture or a .woff2 font; keep other files out of theme/."
    );

    public static readonly ProblemKind ThemeScript = new(
        "theme-script",
        Error,
        "A theme brings no scripts: one would run in every reader's browser, and on the host where editors enter their key.",
        "Do it in templates and styles, or build a website of its own on the API."
    );

    public static readonly ProblemKind ThemeTooLarge = new(
        "theme-too-large",
        Error,
        "The file is too large for a theme: at most {0} bytes are used.",
        "Make it smaller; keep large pictures in media/."
    );

    public static readonly ProblemKind ThemeFull = new(
        "theme-full",
        Error,
        "The theme has more than {0} files or {1} bytes; this file, whose path sorts behind, is not used.",
        "Delete what the theme does not need, and keep pictures of posts in media/."
    );

    /// <summary>By reflection over the fields above, for the test that compares them with the docs.</summary>
    public static IReadOnlyList<ProblemKind> All =>
        [.. typeof(ProblemCatalog).GetFields().Select(kind => kind.GetValue(null)).OfType<ProblemKind>()];
}
