using static KapFunctions.Content.Problems.Severity;

namespace KapFunctions.Content.Problems;

internal static partial class ProblemCatalog
{
    public static readonly ProblemKind OpeningHours = new(
        "opening-hours",
        Warning,
        "The opening hours \"{0}\" make no sense: {1}; they were left out.",
        "Write days and times as in \"Mon-Thu 9:00-17:30\", a time of the day for each line."
    );

    public static readonly ProblemKind AccentContrast = new(
        "accent-contrast",
        Warning,
        "On the page the accent colour {0} has a contrast of {1}:1, and text needs 4.5:1; pages use {2} in its place.",
        "Choose a darker colour, or write {2}."
    );

    public static readonly ProblemKind HomeMissing = new(
        "home-missing",
        Warning,
        "The first page, {0}, is not online; readers see the list of posts in its place.",
        "Upload it, or take \"home\" out of site.yaml."
    );
}
