using KapFunctions.Content.Sources;
using KapFunctions.Storage.Files;

namespace KapFunctions.Cli.Pushing;

/// <summary>Pure: it asks neither folder nor storage.</summary>
/// <param name="known">What both last had in common.</param>
/// <param name="overwrite">Whether what changed here is given up.</param>
/// <param name="delete">Whether what was deleted online goes here, too.</param>
/// <param name="folder">The part of the container that the folder stands for.</param>
internal sealed class PullPlan(SyncState known, bool overwrite, bool delete, string folder)
{
    public IReadOnlyList<SyncStep> Make(IReadOnlyList<HashedFile> local, IReadOnlyList<ComparedFile> online)
    {
        var here = local.ToDictionary(file => file.Name);
        var there = online.Select(file => file.Path).ToHashSet();
        return
        [
            .. online
                .Where(IsOurs)
                .Select(file => Down(file, here.GetValueOrDefault(file.Path)))
                .Concat(local.Where(file => delete && !there.Contains(file.Name)).Select(Gone))
                .OrderBy(step => step.Path, StringComparer.Ordinal),
        ];
    }

    private SyncStep Down(ComparedFile online, HashedFile? file)
    {
        if (file is null)
        {
            return new(SyncKind.Download, online.Path, ETag: online.ETag);
        }
        var common = known.Find(online.Path);
        var isUntouched = common is not null && common.Hash == Convert.ToBase64String(file.Hash);
        var isNews = common is null || common.ETag != online.ETag;
        if (online.Hash?.AsSpan().SequenceEqual(file.Hash) ?? isUntouched && !isNews)
        {
            return new(SyncKind.Same, online.Path, file, online.ETag);
        }
        return isUntouched || overwrite ? new(SyncKind.Download, online.Path, file, online.ETag)
            : isNews
                ? Keep(
                    online.Path,
                    "was changed both here and online; compare the two, then pull over it with --overwrite"
                )
            : Keep(online.Path, "was changed here and not yet pushed");
    }

    private SyncStep Gone(HashedFile file) =>
        known.Find(file.Name)?.Hash == Convert.ToBase64String(file.Hash)
            ? new(SyncKind.Delete, file.Name, file)
            : Keep(file.Name, "is only here; push it, or delete it by hand");

    private bool IsOurs(ComparedFile online) =>
        online.Path.StartsWith(folder, StringComparison.Ordinal)
        && ContentPaths.KindOf(online.Path) != ContentKind.Other;

    private static SyncStep Keep(string path, string reason) => new(SyncKind.Keep, path, Reason: reason);
}
