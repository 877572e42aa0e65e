using static KapFunctions.Content.Problems.Severity;

namespace KapFunctions.Content.Problems;

/// <content>Problems that a file has among others, in its place, or at a time.</content>
internal static partial class ProblemCatalog
{
    public static readonly ProblemKind SlugTaken = new(
        "slug-taken",
        Error,
        "The address \"{0}\" belongs to {1}, so this version waits.",
        "Give this file another slug, or change or delete {1}. Two files that want each other's addresses need a third one in between."
    );

    public static readonly ProblemKind ReviewedAhead = new(
        "reviewed-ahead",
        Warning,
        "The day under reviewed is still ahead, so until it comes readers are told of no review.",
        "Write the day on which the text was reviewed, or take reviewed out."
    );

    public static readonly ProblemKind ReviewOutdated = new(
        "review-outdated",
        Warning,
        "The text changed since it was reviewed on {0}: {1}. Readers are told so.",
        "Have it reviewed, and record that in the desk or with kap review; or take the changes back."
    );

    public static readonly ProblemKind ReviewDue = new(
        "review-due",
        Hint,
        "The text was reviewed on {0} and is to be reviewed again by {1}.",
        "Have it reviewed, and record that in the desk or with kap review."
    );

    public static readonly ProblemKind ReviewOverdue = new(
        "review-overdue",
        Warning,
        "The text was reviewed on {0} and was to be reviewed again by {1}.",
        "Have it reviewed, and record that in the desk or with kap review."
    );

    public static readonly ProblemKind ReviewedTextUnreadable = new(
        "reviewed-text-unreadable",
        Warning,
        "Nobody can read under \"{0}\" which text was reviewed, so it is taken to be the one with which the day came.",
        "Take the line out and record the review in the desk or with kap review, which write it."
    );

    public static readonly ProblemKind PathNotAddressable = new(
        "path-not-addressable",
        Error,
        "The file's name holds a backslash, a control character, an empty folder name or a dot folder, or is too long, so it cannot be addressed.",
        "Upload the file under a name of letters, digits, spaces, hyphens and forward slashes, and delete this one."
    );

    public static readonly ProblemKind FileMisplaced = new(
        "file-misplaced",
        Warning,
        "Nothing reads the file where it lies, so readers see nothing of it.",
        "Move it to {0}."
    );

    public static readonly ProblemKind FileNoMarkdown = new(
        "file-no-markdown",
        Warning,
        "A file that ends in {0} is no Markdown, so readers see nothing of it.",
        "Save it as Markdown, with the ending .md; kap import turns other formats into it."
    );

    public static readonly ProblemKind MediaType = new(
        "media-type",
        Warning,
        "Files that end in {0} are not delivered, since browsers do not show them; readers get nothing at its address.",
        "Save a picture as JPEG, PNG or WebP, a recording as MP3, a film as MP4, a document as PDF, and upload it in its place."
    );

    public static readonly ProblemKind SourceArchived = new(
        "source-archived",
        Error,
        "Storage keeps the file in its archive and does not hand it out, so what it says now cannot be read; what was online stays.",
        "Set its access tier to Hot or Cool, or upload it again; and keep content out of rules that archive it."
    );

    public static readonly ProblemKind MediaArchived = new(
        "media-archived",
        Error,
        "Storage keeps the file in its archive and does not hand it out: {0}.",
        "Set its access tier to Hot or Cool, or upload it again; and keep content out of rules that archive it."
    );

    public static readonly ProblemKind MediaPacked = new(
        "media-packed",
        Error,
        "The file was uploaded as packed (Content-Encoding), but cannot be unpacked into at most {0} MiB, so readers do not get it.",
        "Upload it as it is, without a Content-Encoding."
    );

    public static readonly ProblemKind MediaTooLarge = new(
        "media-too-large",
        Error,
        "The file has {0} bytes; readers are served at most {1}.",
        "Make it smaller, or keep it on a service for large media and link to it."
    );

    public static readonly ProblemKind LinkTargetMissing = new(
        "link-target-missing",
        Warning,
        "No post or page is online at {0}, so readers get its text without a link.",
        "Mend the path, or add the file."
    );

    public static readonly ProblemKind LinkTitleMissing = new(
        "link-title-missing",
        Warning,
        "No post or page is called \"{0}\", so the wiki link leads nowhere.",
        "Write the title or the file name as it stands there."
    );

    public static readonly ProblemKind MediaMissing = new(
        "media-missing",
        Warning,
        "There is no file {0}, so readers see nothing in its place.",
        "Mend the path, or add the file below media/."
    );

    public static readonly ProblemKind MediaCase = new(
        "media-case",
        Warning,
        "There is no file {0}, so readers see nothing in its place; capitals count, and there is {1}.",
        "Write {1}."
    );

    public static readonly ProblemKind MediaTwice = new(
        "media-twice",
        Warning,
        "Both {1} and {2} may be meant by {0}; readers get the first.",
        "Write the whole path: {1}."
    );

    public static readonly ProblemKind MediaElsewhere = new(
        "media-elsewhere",
        Warning,
        "{0} lies outside media/, from where nothing is delivered.",
        "Move it below media/ and link to it as /media/…"
    );

    public static readonly ProblemKind TagNear = new(
        "tag-near",
        Hint,
        "The tag \"{0}\" is on this file alone; \"{1}\" is on others.",
        "Write \"{1}\", unless both are meant."
    );

    public static readonly ProblemKind AuthorNear = new(
        "author-near",
        Hint,
        "No author of the site is called \"{0}\"; \"{1}\" is.",
        "Write \"{1}\", unless both are meant."
    );

    public static readonly ProblemKind PictureRemade = new(
        "picture-remade",
        Warning,
        "{0}; readers get one made anew from its pixels, at most {1} pixels wide and high.",
        "{2}"
    );

    public static readonly ProblemKind PictureUnreadable = new(
        "picture-unreadable",
        Error,
        "The picture cannot be read here, so nobody can tell what its camera wrote into it; readers get nothing at its address.",
        "Export it as JPEG, PNG, WebP or GIF of at most {0} and {1} million pixels, and upload it in its place; another name alone does not make another format of it."
    );
}
