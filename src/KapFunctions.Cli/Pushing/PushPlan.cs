using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;
using KapFunctions.Storage.Files;

namespace KapFunctions.Cli.Pushing;

/// <summary>Pure: it asks neither folder nor storage.</summary>
/// <param name="known">What both last had in common.</param>
/// <param name="overwrite">Whether what changed online is given up.</param>
/// <param name="delete">Whether what is only online goes.</param>
/// <param name="folder">The part of the container that the folder stands for.</param>
internal sealed class PushPlan(SyncState known, bool overwrite, bool delete, string folder)
{
    /// <summary>By path, <c>site.yaml</c> first: what is published before it would be published again after it.</summary>
    public IReadOnlyList<SyncStep> Make(IReadOnlyList<HashedFile> local, IReadOnlyList<ComparedFile> online)
    {
        var there = online.ToDictionary(file => file.Path);
        var here = local.Select(file => file.Name).ToHashSet();
        return
        [
            .. local
                .Select(file => Up(file, there.GetValueOrDefault(file.Name)))
                .Concat(online.Where(file => delete && !here.Contains(file.Path) && IsOurs(file)).Select(Gone))
                .OrderByDescending(step => step.Path == SiteSettings.Path)
                .ThenBy(step => step.Path, StringComparer.Ordinal),
        ];
    }

    private SyncStep Up(HashedFile file, ComparedFile? online)
    {
        var common = known.Find(file.Name);
        if (online is null)
        {
            return common is null || overwrite
                ? new(SyncKind.Upload, file.Name, file)
                : Keep(file.Name, "was deleted online since; delete it here as well, or push it with --overwrite");
        }
        if (online.Hash is { } hash && hash.AsSpan().SequenceEqual(file.Hash))
        {
            return new(SyncKind.Same, file.Name, file, online.ETag);
        }
        return overwrite || IsAsWeLeftIt(online, common)
            ? new(SyncKind.Upload, file.Name, file, online.ETag)
            : Keep(file.Name, WhyNewer(file, common));
    }

    private SyncStep Gone(ComparedFile online) =>
        overwrite || IsAsWeLeftIt(online, known.Find(online.Path))
            ? new(SyncKind.Delete, online.Path, ETag: online.ETag)
            : Keep(online.Path, "is only online and was written there; pull it, or delete it with --overwrite");

    private bool IsOurs(ComparedFile online) =>
        online.Path.StartsWith(folder, StringComparison.Ordinal)
        && ContentPaths.KindOf(online.Path) != ContentKind.Other;

    private static bool IsAsWeLeftIt(ComparedFile online, SyncedFile? common) =>
        common is null ? online.IsPushed : common.ETag == online.ETag;

    private static string WhyNewer(HashedFile file, SyncedFile? common) =>
        common is null ? "was written online by somebody else; pull it, or push over it with --overwrite"
        : common.Hash == Convert.ToBase64String(file.Hash) ? "is newer online; pull it"
        : "was changed both here and online; compare the two, then push over it with --overwrite";

    private static SyncStep Keep(string path, string reason) => new(SyncKind.Keep, path, Reason: reason);
}
