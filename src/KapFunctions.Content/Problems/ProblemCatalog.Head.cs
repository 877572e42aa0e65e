using static KapFunctions.Content.Problems.Severity;

namespace KapFunctions.Content.Problems;

/// <content>Problems of heads.</content>
internal static partial class ProblemCatalog
{
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
        "\"{0}\" is not indented like the lines it belongs to; it was read as one of them.",
        "Begin the line with this many blanks: {1}."
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
}
