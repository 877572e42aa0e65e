using static KapFunctions.Content.Problems.Severity;

namespace KapFunctions.Content.Problems;

/// <content>Why a file is kept back, or was nearly.</content>
internal static partial class ProblemCatalog
{
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

    public static readonly ProblemKind KeptBackPart = new(
        "kept-back-part",
        Error,
        "Kept back, because \"{0}\" keeps a part of the text for people who are logged in, and here nobody logs in. Readers see nothing of this file.",
        "Delete what is not for everybody, with the marks around it."
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

    public static readonly ProblemKind NotPublic = new(
        "visibility-not-public",
        Warning,
        "The post is for \"{0}\" only, which this site cannot check, so it is kept back as a draft.",
        "Write visibility: public to publish it for everybody."
    );
}
