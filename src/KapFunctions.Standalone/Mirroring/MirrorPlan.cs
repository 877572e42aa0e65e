using Azure;
using KapFunctions.Storage.Files;

namespace KapFunctions.Standalone.Mirroring;

/// <summary>A file of the folder, as it was when it was listed.</summary>
internal sealed record MirroredFile(string Name, string Path, Stamp Stamp)
{
    public static MirroredFile Of(FolderFile file) =>
        new(file.Name, file.File.FullName, new(file.File.Length, file.File.LastWriteTimeUtc));
}

/// <summary>Length in bytes, and time of the last writing in UTC: while both are the same, a file is not read again.</summary>
internal readonly record struct Stamp(long Length, DateTime Written);

/// <summary>What folder and container last agreed on.</summary>
/// <param name="Stamp">The file in the folder.</param>
/// <param name="Hash">The content of both.</param>
/// <param name="ETag">The version online.</param>
internal sealed record Agreed(Stamp Stamp, byte[] Hash, ETag ETag);

/// <summary>What is to be done about one name.</summary>
internal enum MirrorStep
{
    None,

    /// <summary>Both are the same; remember it.</summary>
    Agree,

    Upload,

    /// <summary>It was edited online and not in the folder.</summary>
    Download,

    Remove,

    /// <summary>Both sides have their own version, and neither is overwritten.</summary>
    Conflict,

    /// <summary>It was deleted online, and lies in the folder as it was.</summary>
    DeletedOnline,

    /// <summary>It is gone from the folder, and somebody else wrote what is online.</summary>
    StaysOnline,
}

/// <summary>Decides about one name. The folder rules over what a mirror put online and nobody touched since; what others put
/// there is neither removed nor overwritten. Pure.</summary>
internal static class MirrorPlan
{
    /// <param name="hash">Of the file in the folder; null where there is none.</param>
    /// <param name="online">The file online; null where there is none.</param>
    /// <param name="agreed">What both last agreed on; null for nothing.</param>
    /// <param name="isNew">Whether the file online appeared while this mirror ran.</param>
    /// <param name="writer">As what this mirror writes.</param>
    public static MirrorStep Of(byte[]? hash, OnlineFile? online, Agreed? agreed, bool isNew, Writer writer) =>
        (hash, online) switch
        {
            (null, null) => MirrorStep.None,
            (null, not null) => WithoutFile(online, agreed, isNew, writer),
            (not null, null) => agreed is null || !Same(agreed.Hash, hash)
                ? MirrorStep.Upload
                : MirrorStep.DeletedOnline,
            (not null, not null) when Same(online.Hash, hash) => MirrorStep.Agree,
            (not null, not null) => WithBoth(hash, online, agreed, writer),
        };

    private static MirrorStep WithoutFile(OnlineFile online, Agreed? agreed, bool isNew, Writer writer) =>
        IsFreeToGo(online, writer) ? MirrorStep.Remove
        : agreed is null && isNew ? MirrorStep.Download
        : online.Writer == Writer.Mirror && IsAsAgreed(online, agreed) ? MirrorStep.Remove
        : agreed is null ? MirrorStep.None
        : MirrorStep.StaysOnline;

    private static MirrorStep WithBoth(byte[] hash, OnlineFile online, Agreed? agreed, Writer writer)
    {
        if (agreed is not null && !IsAsAgreed(online, agreed))
        {
            return Same(agreed.Hash, hash) ? MirrorStep.Download : MirrorStep.Conflict;
        }

        return agreed is not null || online.Writer == Writer.Mirror || IsFreeToGo(online, writer)
            ? MirrorStep.Upload
            : MirrorStep.Conflict;
    }

    /// <summary>The samples make room for a folder, and nobody misses them.</summary>
    private static bool IsFreeToGo(OnlineFile online, Writer writer) =>
        online.Writer == Writer.Samples && writer == Writer.Mirror;

    private static bool IsAsAgreed(OnlineFile online, Agreed? agreed) => agreed is null || agreed.ETag == online.ETag;

    private static bool Same(byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other);
}
