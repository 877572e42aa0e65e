namespace KapFunctions.Cli.Pushing;

internal enum SyncKind
{
    Same,

    Upload,

    Download,

    /// <summary>It is deleted online by a push, here by a pull.</summary>
    Delete,

    /// <summary>Both sides stay as they are, for a reason that somebody should know.</summary>
    Keep,
}

/// <summary>The ETag is that of the version online, quoted; null where there is none. The reason says why it is kept.</summary>
internal sealed record SyncStep(
    SyncKind Kind,
    string Path,
    HashedFile? Local = null,
    string? ETag = null,
    string Reason = ""
);
