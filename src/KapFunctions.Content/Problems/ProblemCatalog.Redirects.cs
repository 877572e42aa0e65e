using static KapFunctions.Content.Problems.Severity;

namespace KapFunctions.Content.Problems;

/// <content>Problems of <c>redirects.yaml</c>.</content>
internal static partial class ProblemCatalog
{
    public static readonly ProblemKind RedirectsSyntax = new(
        "redirects-syntax",
        Error,
        "redirects.yaml cannot be read: {1}",
        "Mend this line; until then the last good redirects stay."
    );

    public static readonly ProblemKind RedirectValue = new(
        "redirect-value",
        Warning,
        "\"{0}\" is not used: {1}.",
        "{2}."
    );

    public static readonly ProblemKind RedirectTwice = new(
        "redirect-twice",
        Warning,
        "\"{0}\" stands here a second time; the first line counts.",
        "Delete one of the two."
    );

    public static readonly ProblemKind RedirectHidden = new(
        "redirect-hidden",
        Warning,
        "\"{0}\" sends nobody anywhere: readers get {1}, which stands there.",
        "Delete the line, or give {1} another \"slug\"."
    );

    public static readonly ProblemKind RedirectLoop = new(
        "redirect-loop",
        Warning,
        "\"{0}\" sends readers in a circle, {1}, and is not used.",
        "Write where they are to arrive, or delete the line."
    );
}
