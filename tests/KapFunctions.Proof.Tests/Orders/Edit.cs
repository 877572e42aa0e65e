namespace KapFunctions.Proof.Tests.Orders;

/// <summary>What an editor does.</summary>
internal enum EditKind
{
    Upload,
    UploadDraft,
    Delete,
    Rename,
    Swap,
}

/// <summary>One thing that an editor does with two files and two slugs.</summary>
/// <param name="Kind">What.</param>
/// <param name="Path">To which file; to both of a swap.</param>
/// <param name="Slug">The slug of what is uploaded; null where nothing is.</param>
internal sealed record Edit(EditKind Kind, string Path, string? Slug = null)
{
    public const string A = "posts/a.md";
    public const string B = "posts/b.md";

    public static readonly IReadOnlyList<string> Slugs = ["s", "t"];

    /// <summary>Everything that can be done.</summary>
    public static readonly IReadOnlyList<Edit> All =
    [
        .. from path in new[] { A, B }
        from slug in Slugs
        from kind in new[] { EditKind.Upload, EditKind.UploadDraft }
        select new Edit(kind, path, slug),
        new(EditKind.Delete, A),
        new(EditKind.Delete, B),
        new(EditKind.Rename, A),
        new(EditKind.Rename, B),
        new(EditKind.Swap, A),
    ];

    /// <summary>The other of the two files.</summary>
    public string Other => Path == A ? B : A;

    /// <summary>The files that it changes, the new one first.</summary>
    public IReadOnlyList<string> Touches => Kind is EditKind.Rename or EditKind.Swap ? [Other, Path] : [Path];

    public override string ToString() => $"{Kind} {Path} {Slug}";

    /// <summary>Every history of so many edits, each of which does something.</summary>
    public static IEnumerable<IReadOnlyList<Edit>> Histories(int length)
    {
        return After([], new Folder());

        IEnumerable<IReadOnlyList<Edit>> After(IReadOnlyList<Edit> before, Folder folder)
        {
            if (before.Count == length)
            {
                yield return before;
                yield break;
            }

            foreach (var edit in All)
            {
                var next = folder.Copy();
                if (next.TryDo(edit, before.Count))
                {
                    foreach (var history in After([.. before, edit], next))
                    {
                        yield return history;
                    }
                }
            }
        }
    }
}

/// <summary>A file as it lies there.</summary>
/// <param name="Slug">The slug that it wants.</param>
/// <param name="IsDraft">Whether it is kept back.</param>
/// <param name="Version">Its ETag.</param>
/// <param name="CreatedAt">When it came to be, as a number.</param>
internal sealed record PostFile(string Slug, bool IsDraft, int Version, int CreatedAt)
{
    public string Text => $"---\nslug: {Slug}\n{(IsDraft ? "draft: true\n" : "")}---\nVersion {Version}";
}

/// <summary>The two files.</summary>
internal sealed class Folder
{
    private readonly Dictionary<string, PostFile> files = [];
    private int versions;

    public IReadOnlyDictionary<string, PostFile> Files => files;

    public Folder Copy()
    {
        var copy = new Folder { versions = versions };
        foreach (var (path, file) in files)
        {
            copy.files[path] = file;
        }

        return copy;
    }

    /// <summary>Does it; false where there is nothing to do it with.</summary>
    public bool TryDo(Edit edit, int now)
    {
        var (mine, others) = (files.GetValueOrDefault(edit.Path), files.GetValueOrDefault(edit.Other));
        switch (edit)
        {
            case { Slug: { } slug }:
                Put(edit.Path, slug, edit.Kind == EditKind.UploadDraft, now);
                return true;
            case { Kind: EditKind.Delete } when mine is not null:
                files.Remove(edit.Path);
                return true;
            case { Kind: EditKind.Rename } when mine is not null && others is null:
                Put(edit.Other, mine.Slug, mine.IsDraft, now);
                files.Remove(edit.Path);
                return true;
            case { Kind: EditKind.Swap } when mine is not null && others is not null && mine.Slug != others.Slug:
                Put(edit.Path, others.Slug, mine.IsDraft, now);
                Put(edit.Other, mine.Slug, others.IsDraft, now);
                return true;
            default:
                return false;
        }
    }

    private void Put(string path, string slug, bool isDraft, int now) =>
        files[path] = new(slug, isDraft, ++versions, files.GetValueOrDefault(path)?.CreatedAt ?? now);
}
