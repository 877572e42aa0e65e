namespace KapFunctions.Cli.Pushing;

/// <summary>What is to be done with a file.</summary>
internal enum SyncKind
{
    /// <summary>Nothing: both sides have it.</summary>
    Same,

    /// <summary>The folder's version goes online.</summary>
    Upload,

    /// <summary>The version online comes into the folder.</summary>
    Download,

    /// <summary>It is deleted online by a push, here by a pull.</summary>
    Delete,

    /// <summary>Both sides stay as they are, for a reason that somebody should know.</summary>
    Keep,
}

/// <summary>One file and what is to be done with it.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Path">Its path in the content container.</param>
/// <param name="Local">The folder's version.</param>
/// <param name="ETag">The version online that was seen, quoted; null where there is none.</param>
/// <param name="Reason">Why it is kept.</param>
internal sealed record SyncStep(
    SyncKind Kind,
    string Path,
    HashedFile? Local = null,
    string? ETag = null,
    string Reason = ""
);
