namespace KapFunctions.Publishing.Commits;

/// <summary>What makes somebody look at a file, and so what need not be looked at with it.</summary>
/// <param name="ListedETag">The version that a listing has of the file: where the index has it too, all is
/// done.</param>
/// <param name="TakesKeptForWhole">Whether body, good version and claim are taken to be as they were put.</param>
internal readonly record struct LookReason(string? ListedETag, bool TakesKeptForWhole)
{
    /// <summary>Who deleted the file, if it is gone.</summary>
    public string? Deleter { get; private init; }

    /// <summary>Nobody knows: everything is looked at.</summary>
    public static LookReason Unknown => default;

    /// <summary>An event told of a change, or an editor made one.</summary>
    public static LookReason Changed => new(null, TakesKeptForWhole: true);

    public static LookReason DeletedBy(string name) => Changed with { Deleter = name };

    /// <summary>A listing has a version that is new to the index, unless an event told of it meanwhile.</summary>
    public static LookReason Listing(string etag) => new(etag, TakesKeptForWhole: true);
}
