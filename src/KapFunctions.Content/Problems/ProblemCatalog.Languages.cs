using static KapFunctions.Content.Problems.Severity;

namespace KapFunctions.Content.Problems;

/// <content>Problems of a site in several languages.</content>
internal static partial class ProblemCatalog
{
    public static readonly ProblemKind LanguageUnlisted = new(
        "language-unlisted",
        Warning,
        "The site's languages do not have \"{0}\", so the text stands among those in {1}, and belongs to no translation.",
        "Add {0} to \"languages\" in site.yaml, or name one of those in the file."
    );

    public static readonly ProblemKind TranslationTwice = new(
        "translation-twice",
        Warning,
        "{1} is the same text in {0}, too; readers are led to that one.",
        "Delete one of the two, or name another original under translation_of."
    );

    public static readonly ProblemKind TranslationCircle = new(
        "translation-circle",
        Warning,
        "By translation_of the text is in the end a translation of itself, so nobody knows which one is the original; the texts still belong together.",
        "Take translation_of out of the original."
    );

    public static readonly ProblemKind TranslationMissing = new(
        "translation-missing",
        Warning,
        "No text is at {0}, which this one is said to translate.",
        "Mend the path under translation_of, such as posts/title.md."
    );

    public static readonly ProblemKind TranslationOutdated = new(
        "translation-outdated",
        Warning,
        "{0} changed since it was translated: {1}.",
        "Translate what changed, and record that with kap translated."
    );

    public static readonly ProblemKind TranslatedTextUnreadable = new(
        "translated-text-unreadable",
        Warning,
        "Nobody can read under \"{0}\" which text was translated, so it is taken to be the one that was there when the translation came.",
        "Take the line out and record the translation with kap translated, which writes it."
    );
}
