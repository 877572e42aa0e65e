using static KapFunctions.Content.Problems.Severity;

namespace KapFunctions.Content.Problems;

/// <content>Problems of a file as a whole.</content>
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

    public static readonly ProblemKind FileNameDate = new(
        "file-name-date",
        Warning,
        "The date in the file name does not exist (\"{0}\"); {1} was taken.",
        "Rename the file, or write a \"date\" in the front matter."
    );

    public static readonly ProblemKind MoreProblems = new(
        "more-problems",
        Hint,
        "There are {0} more problems.",
        "Mend those above and upload the file again."
    );
}
