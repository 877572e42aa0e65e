using static KapFunctions.Content.Problems.Severity;

namespace KapFunctions.Content.Problems;

/// <content>Problems of what heads say.</content>
internal static partial class ProblemCatalog
{
    public static readonly ProblemKind FieldType = new(
        "field-type",
        Warning,
        "\"{0}\" should be {1}; it was left out.",
        "Write it as {1}."
    );

    public static readonly ProblemKind FieldUnreadable = new(
        "field-unreadable",
        Warning,
        "The value of \"{0}\" cannot be read; nothing here depends on it, so it was left out.",
        "Close its quotation marks and brackets, or delete it."
    );

    public static readonly ProblemKind FieldTooMany = new(
        "field-too-many",
        Warning,
        "\"{0}\" has more than {1} entries; the others were left out.",
        "Keep the {1} that matter."
    );

    public static readonly ProblemKind FieldTooLong = new(
        "field-too-long",
        Warning,
        "\"{0}\" is longer than {1} characters and was cut.",
        "Shorten it."
    );

    public static readonly ProblemKind FieldsTooLarge = new(
        "fields-too-large",
        Hint,
        "The keys that mean nothing here take more than 4 KB with their values; \"{0}\" can be no field of the site.",
        "Shorten it, or move long texts into the body."
    );

    public static readonly ProblemKind FieldAddress = new(
        "field-address",
        Warning,
        "\"{0}\" is not an address that can be used (\"{1}\"); it was left out.",
        "Write a full address that begins with https://, or the path of a file."
    );

    public static readonly ProblemKind DateUnreadable = new(
        "date-unreadable",
        Error,
        "The date in \"{0}\" cannot be read (\"{1}\"), so nobody can tell when it is to be public. Nothing new was published.",
        "Write it as 2024-03-05, or 2024-03-05 14:30."
    );

    public static readonly ProblemKind DateOutOfRange = new(
        "date-out-of-range",
        Error,
        "The date in \"{0}\" (\"{1}\") lies outside the years 1900 to 2100. Nothing new was published.",
        "Mend the year: 2024-03-05."
    );

    public static readonly ProblemKind DayUnreadable = new(
        "day-unreadable",
        Warning,
        "The date in \"{0}\" cannot be read (\"{1}\"); it was left out.",
        "Write it as 2024-03-05, or 2024-03-05 14:30."
    );

    public static readonly ProblemKind DateAmbiguous = new(
        "date-ambiguous",
        Warning,
        "The date in \"{0}\" (\"{1}\") can be read as {2} or as {3}; {4}.",
        "Write it as year-month-day: {2} or {3}."
    );

    public static readonly ProblemKind DateKey = new(
        "date-key",
        Warning,
        "The key \"{0}\" means nothing here; it was taken for \"{1}\", so that nothing is shown at the wrong time.",
        "Write \"{1}\". A key of your own goes under \"frontmatter\" in site.yaml."
    );

    public static readonly ProblemKind ExpiresBeforeDate = new(
        "expires-before-date",
        Error,
        "The post would disappear ({1}) before it appears. Nothing new was published.",
        "Mend \"{0}\" or the date."
    );

    public static readonly ProblemKind UpdatedBeforeDate = new(
        "updated-before-date",
        Warning,
        "The post would have been changed ({1}) before it appeared.",
        "Mend \"{0}\" or the date."
    );

    public static readonly ProblemKind TitleMissing = new(
        "title-missing",
        Hint,
        "The post has no title; \"{0}\" was taken from the file name.",
        "Write a \"title\" in the front matter, or begin the text with a heading."
    );

    public static readonly ProblemKind SlugChanged = new(
        "slug-changed",
        Hint,
        "\"{0}\" cannot stand in an address; \"{1}\" is used.",
        "Write the slug in small letters, digits and hyphens."
    );

    public static readonly ProblemKind SlugReserved = new(
        "slug-reserved",
        Error,
        "The address \"/{0}/\" is the site's own, so this version is not published.",
        "Give the file another slug, such as slug: about-{1}."
    );

    public static readonly ProblemKind IdInvalid = new(
        "id-invalid",
        Hint,
        "The id \"{0}\" is not 24 characters of 0-9 and a-f, so the post is given one.",
        "Delete it, or write the post's id as Ghost exported it."
    );

    public static readonly ProblemKind LanguageUnknown = new(
        "language-unknown",
        Warning,
        "\"{0}\" is not a language tag; the site's language is used.",
        "Write a tag such as en, de or pt-BR."
    );

    public static readonly ProblemKind KeyUnknown = new(
        "key-unknown",
        Hint,
        "The key \"{0}\" means nothing here; probably \"{1}\" was meant.",
        "Write \"{1}\" in its place. A key of your own goes under \"frontmatter\" in site.yaml."
    );

    public static readonly ProblemKind ValueQuotes = new(
        "value-quotes",
        Warning,
        "The value of \"{0}\" stands between {1}, which are no quotation marks in a head: {2}.",
        "Write \"{3}\" with straight quotation marks, or without any."
    );

    public static readonly ProblemKind TagsOfWords = new(
        "tags-of-words",
        Warning,
        "\"{0}\" was read as {1} tags: {2}.",
        "Write {3}: [{0}] for one tag, or set commas between several."
    );
}
