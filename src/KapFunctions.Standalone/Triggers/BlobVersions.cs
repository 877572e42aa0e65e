namespace KapFunctions.Standalone.Triggers;

/// <summary>The version of each blob that a poller has delivered last.</summary>
internal sealed class BlobVersions
{
    private readonly Dictionary<string, (string ETag, int Look)> known = new(StringComparer.Ordinal);
    private int look;

    /// <summary>A listing begins: what is remembered from now on may be missing in it.</summary>
    public void BeginLook()
    {
        lock (known)
        {
            look++;
        }
    }

    /// <summary>Compares the listing that was begun last, and is complete, with what is known, and then knows it.</summary>
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

        return new(changed, [.. from entry in known where entry.Value.Look != look select entry.Key], look);
    }

    /// <summary>Somebody in this process wrote a blob: should it be gone before a listing has it, that is news, too. A listing under way
    /// may not have it yet, which says nothing.</summary>
    public void Remember(string name)
    {
        lock (known)
        {
            known[name] = (known.GetValueOrDefault(name).ETag ?? "", look);
        }
    }

    /// <summary>Until the news that a blob is gone have been passed on, every look brings them again. One that was written since
    /// <paramref name="look"/> found it gone stays known.</summary>
    public void Forget(string name, int look)
    {
        lock (known)
        {
            if (known.TryGetValue(name, out var last) && last.Look < look)
            {
                known.Remove(name);
            }
        }
    }
}

/// <summary><paramref name="Size"/> is in bytes.</summary>
internal readonly record struct ListedVersion(string Name, string ETag, long Size = 0);

/// <param name="Look">The number of the look that found them.</param>
internal sealed record BlobChanges(IReadOnlyList<ListedVersion> Changed, IReadOnlyList<string> Gone, int Look);
