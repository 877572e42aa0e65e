namespace KapFunctions.Standalone.Triggers;

/// <summary>The version of each blob that a poller has delivered last.</summary>
internal sealed class BlobVersions
{
    private readonly Dictionary<string, (string ETag, int Look)> known = new(StringComparer.Ordinal);
    private int look;

    /// <summary>Compares a complete listing with what is known, and then knows it.</summary>
    /// <param name="listing">Every blob.</param>
    /// <param name="isBusy">Whether a blob's last version is still being delivered; its news wait for the next look.</param>
    public BlobChanges Learn(IReadOnlyCollection<ListedVersion> listing, Func<string, bool> isBusy)
    {
        lock (known)
        {
            return LearnAll(listing, isBusy);
        }
    }

    private BlobChanges LearnAll(IReadOnlyCollection<ListedVersion> listing, Func<string, bool> isBusy)
    {
        look++;
        List<ListedVersion> changed = [];
        foreach (var blob in listing)
        {
            var isNews = !known.TryGetValue(blob.Name, out var last) || last.ETag != blob.ETag;
            if (isNews && isBusy(blob.Name))
            {
                known[blob.Name] = (last.ETag, look);
                continue;
            }

            known[blob.Name] = (blob.ETag, look);
            if (isNews)
            {
                changed.Add(blob);
            }
        }

        return new(changed, [.. from entry in known where entry.Value.Look != look select entry.Key]);
    }

    /// <summary>Somebody in this process wrote a blob: should it be gone before a listing has it, that is news, too. A listing under way
    /// may not have it yet; then it is looked at once more than needed.</summary>
    public void Remember(string name)
    {
        lock (known)
        {
            known.TryAdd(name, ("", look));
        }
    }

    /// <summary>Until the news that a blob is gone have been passed on, every look brings them again.</summary>
    public void Forget(string name)
    {
        lock (known)
        {
            known.Remove(name);
        }
    }
}

/// <summary><paramref name="Size"/> is in bytes.</summary>
internal readonly record struct ListedVersion(string Name, string ETag, long Size = 0);

internal sealed record BlobChanges(IReadOnlyList<ListedVersion> Changed, IReadOnlyList<string> Gone);
