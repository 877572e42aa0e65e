using static KapFunctions.Content.Problems.Severity;

namespace KapFunctions.Content.Problems;

/// <content>Problems of <c>site.yaml</c>.</content>
internal static partial class ProblemCatalog
{
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
}
