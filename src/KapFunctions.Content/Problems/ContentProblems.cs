namespace KapFunctions.Content.Problems;

/// <summary>Problems that only those see who look at several files, at storage or at the clock.</summary>
public static class ContentProblems
{
    /// <summary>The address belongs to another file; null where that is gone again.</summary>
    public static Problem SlugTaken(string file, string slug, string? holder) =>
        ProblemCatalog.SlugTaken.At(file, Position.Start, slug, holder ?? "another file");

    /// <summary>The day of a review is still to come.</summary>
    public static Problem ReviewedAhead(string file) => ProblemCatalog.ReviewedAhead.At(file, Position.Start);

    /// <summary>Another file is the same text in the same language.</summary>
    public static Problem TranslationTwice(string file, string language, string other) =>
        ProblemCatalog.TranslationTwice.At(file, Position.Start, language, other);

    /// <summary>Texts that each say that they translate the other.</summary>
    public static Problem TranslationCircle(string file) => ProblemCatalog.TranslationCircle.At(file, Position.Start);

    /// <summary>A translation without its original.</summary>
    public static Problem TranslationMissing(string file, string original) =>
        ProblemCatalog.TranslationMissing.At(file, Position.Start, original);

    /// <summary>A translation of a text that says something else by now.</summary>
    public static Problem TranslationOutdated(string file, string original, string sections) =>
        ProblemCatalog.TranslationOutdated.At(file, Position.Start, original, sections);

    /// <summary>Storage could not read the file by its name.</summary>
    public static Problem PathNotAddressable(string file) => ProblemCatalog.PathNotAddressable.At(file, Position.Start);

    /// <summary>Storage does not hand the file out.</summary>
    public static Problem SourceArchived(string file) => ProblemCatalog.SourceArchived.At(file, Position.Start);

    /// <summary>The same of what posts show; perhaps a copy of it is served.</summary>
    public static Problem MediaArchived(string file, bool isServed) =>
        ProblemCatalog.MediaArchived.At(
            file,
            Position.Start,
            isServed ? "readers go on getting the copy that was made before" : "readers do not get it"
        );

    /// <summary>A file that says that it is packed, and cannot be unpacked into as many MiB.</summary>
    public static Problem MediaPacked(string file, int most) =>
        ProblemCatalog.MediaPacked.At(file, Position.Start, most);

    /// <summary>More bytes than readers are served.</summary>
    public static Problem MediaTooLarge(string file, long size, long most) =>
        ProblemCatalog.MediaTooLarge.At(file, Position.Start, size, most);

    /// <summary>A link to a text that is not there.</summary>
    public static Problem LinkTargetMissing(string file, Position at, string target) =>
        ProblemCatalog.LinkTargetMissing.At(file, at, target);

    /// <summary>A wiki link that finds nothing.</summary>
    public static Problem LinkTitleMissing(string file, Position at, string title) =>
        ProblemCatalog.LinkTitleMissing.At(file, at, title);

    /// <summary>The other file is the one that has the same name but for capitals.</summary>
    public static Problem MediaMissing(string file, Position at, string target, string? other) =>
        other is null
            ? ProblemCatalog.MediaMissing.At(file, at, target)
            : ProblemCatalog.MediaCase.At(file, at, target, other);

    /// <summary>A name that two files have.</summary>
    public static Problem MediaTwice(string file, Position at, string name, string first, string second) =>
        ProblemCatalog.MediaTwice.At(file, at, name, first, second);

    /// <summary>A file from where nothing is delivered.</summary>
    public static Problem MediaElsewhere(string file, Position at, string target) =>
        ProblemCatalog.MediaElsewhere.At(file, at, target);

    /// <summary>Of a picture that was made anew: why, and the most pixels on a side.</summary>
    public static Problem PictureRemade(string file, string why, string side, string mend) =>
        ProblemCatalog.PictureRemade.At(file, Position.Start, why, side, mend);

    /// <summary>Of a picture that nobody gets: the most bytes and millions of pixels that it may have.</summary>
    public static Problem PictureUnreadable(string file, string most, int pixels) =>
        ProblemCatalog.PictureUnreadable.At(file, Position.Start, most, pixels);
}
