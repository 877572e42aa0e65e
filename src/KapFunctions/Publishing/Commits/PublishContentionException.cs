namespace KapFunctions.Publishing.Commits;

/// <summary>Others kept changing the same row; nothing was written, and trying again later is right.</summary>
internal sealed class PublishContentionException(string path)
    : Exception($"{path} kept changing while it was published. It is tried again by its trigger and by the reconcile.");
