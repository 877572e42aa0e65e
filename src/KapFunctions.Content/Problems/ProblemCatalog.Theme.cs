using static KapFunctions.Content.Problems.Severity;

namespace KapFunctions.Content.Problems;

/// <content>Problems of the theme.</content>
internal static partial class ProblemCatalog
{
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
}
