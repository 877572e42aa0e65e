using KapFunctions.Content.Problems;

namespace KapFunctions.Cli.Checking;

/// <summary>What only all the files together show; <c>docs/kap.md</c> lists the same codes.</summary>
internal static class CliProblems
{
    public static Problem SlugTaken(string file, string slug, string holder) =>
        new(
            Severity.Error,
            "slug-taken",
            file,
            1,
            1,
            $"The address \"{slug}\" belongs to {holder}, so only one of the two files can be published.",
            "Give one of them another slug."
        );

    public static Problem PathNotAddressable(string file) =>
        new(
            Severity.Error,
            "path-not-addressable",
            file,
            1,
            1,
            "The file's name holds a backslash or a control character, or is too long, so it cannot be addressed.",
            "Rename the file with letters, digits, spaces and hyphens."
        );

    public static Problem MediaTooLarge(string file, long size) =>
        new(
            Severity.Error,
            "media-too-large",
            file,
            1,
            1,
            $"The file has {size} bytes; readers are served at most {ContentChecker.MaxMediaBytes}.",
            "Make it smaller, or keep it on a service for large media and link to it."
        );

    public static Problem LinkTargetMissing(string file, (int Line, int Column) at, string target) =>
        new(
            Severity.Warning,
            "link-target-missing",
            file,
            at.Line,
            at.Column,
            $"There is no file {target}, so the link leads nowhere.",
            "Mend the path, or add the file."
        );

    public static Problem LinkTitleMissing(string file, (int Line, int Column) at, string title) =>
        new(
            Severity.Warning,
            "link-title-missing",
            file,
            at.Line,
            at.Column,
            $"No post or page is called \"{title}\", so the wiki link leads nowhere.",
            "Write the title or the file name as it stands there."
        );

    public static Problem MediaMissing(string file, (int Line, int Column) at, string target) =>
        new(
            Severity.Warning,
            "media-missing",
            file,
            at.Line,
            at.Column,
            $"There is no file {target}, so readers see nothing in its place.",
            "Mend the path, or add the file below media/."
        );

    public static Problem MediaTwice(
        string file,
        (int Line, int Column) at,
        string name,
        string first,
        string second
    ) =>
        new(
            Severity.Warning,
            "media-twice",
            file,
            at.Line,
            at.Column,
            $"Both {first} and {second} may be meant by {name}; readers get the first.",
            $"Write the whole path: {first}."
        );

    public static Problem MediaElsewhere(string file, (int Line, int Column) at, string target) =>
        new(
            Severity.Warning,
            "media-elsewhere",
            file,
            at.Line,
            at.Column,
            $"{target} lies outside media/, from where nothing is delivered.",
            "Move it below media/ and link to it as /media/…"
        );
}
