using static KapFunctions.Content.Problems.Severity;

namespace KapFunctions.Content.Problems;

/// <content>Problems of links, pictures and frames.</content>
internal static partial class ProblemCatalog
{
    public static readonly ProblemKind LinkUnsafe = new(
        "link-unsafe",
        Warning,
        "The link to \"{0}\" was taken out: links may lead to web addresses, files of the site, mail and telephones.",
        "Mend how the address begins, such as https://, mailto: or tel:."
    );

    public static readonly ProblemKind LinkOutside = new(
        "link-outside",
        Warning,
        "The link to \"{0}\" leads out of the content folder and was taken out.",
        "Mend the path."
    );

    public static readonly ProblemKind ImageAltMissing = new(
        "image-alt-missing",
        Warning,
        "The picture \"{0}\" has no text for people who cannot see it.",
        "Say what it shows: ![what it shows](…)."
    );

    public static readonly ProblemKind ForeignPicture = new(
        "foreign-picture",
        Hint,
        "\"{0}\" is on another host, which every reader's browser would tell of the visit: {1}.",
        "Upload the file below media/, and write its path there."
    );

    public static readonly ProblemKind FrameNotAllowed = new(
        "frame-not-allowed",
        Warning,
        "A frame from \"{0}\" is not allowed; readers get a link to it.",
        "Embed from YouTube, Vimeo, Spotify, Apple Podcasts or SoundCloud."
    );

    public static readonly ProblemKind LinkUnread = new(
        "link-unread",
        Warning,
        "Readers see \"{0}\" as it stands, and no link or picture.",
        "Write {1}."
    );

    public static readonly ProblemKind LinkEmpty = new(
        "link-empty",
        Warning,
        "The link \"{0}\" leads nowhere: there is no address between its parentheses.",
        "Write the address there, or delete the brackets."
    );

    public static readonly ProblemKind PictureEmpty = new(
        "picture-empty",
        Warning,
        "Readers see no picture \"{0}\": there is no address between its parentheses.",
        "Write the path of the picture there, or delete it."
    );

    public static readonly ProblemKind LinkWithoutScheme = new(
        "link-without-scheme",
        Warning,
        "\"{0}\" is read as a page of this site, which is probably not meant: readers are told that it does not exist.",
        "Write {1} in its place."
    );

    public static readonly ProblemKind LinkToAnchor = new(
        "link-to-anchor",
        Warning,
        "No place on this page is called \"{0}\", so the link leads nowhere.",
        "Write the name of a heading of this page in small letters and with hyphens, such as #{1}."
    );

    public static readonly ProblemKind LocalPath = new(
        "local-path",
        Warning,
        "\"{0}\" is a place on your own machine, where readers get nothing.",
        "Add the file to the site below media/, and write its path there."
    );

    public static readonly ProblemKind DataAddress = new(
        "data-address",
        Warning,
        "The picture stands in the text itself (\"{0}\"), from where readers do not get it.",
        "Save it as a file below media/, and write its path there."
    );

    public static readonly ProblemKind CloudPage = new(
        "cloud-page",
        Warning,
        "\"{0}\" is a page around a picture and not the picture, so readers get a link to it.",
        "Download the picture, add it to the site below media/, and write its path there."
    );

    public static readonly ProblemKind ImageAltFileName = new(
        "image-alt-file-name",
        Hint,
        "The text of the picture is the name of its file (\"{0}\"), which tells nothing to people who cannot see it.",
        "Say what the picture shows."
    )
    {
        CanBeOff = true,
    };

    public static readonly ProblemKind LinkTextEmpty = new(
        "link-text-empty",
        Hint,
        "The link \"{0}\" does not say where it leads; who goes from link to link by ear hears nothing else.",
        "Make a link of the words that name what is there."
    )
    {
        CanBeOff = true,
    };
}
