using KapFunctions.Cli.Terminal;
using KapFunctions.Content.Sources;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Files;

namespace KapFunctions.Cli.Pushing;

/// <summary>Puts the texts of a folder beside the live ones: nothing that readers see changes.</summary>
internal sealed class NextPush(StorageClients clients, bool overwrites, bool isDryRun, FileWrite by, Screen screen)
{
    private readonly ContentFiles online = new(clients);

    public async Task<int> RunAsync(IReadOnlyList<HashedFile> local, CancellationToken cancellation)
    {
        var there = (await online.CompareAsync(cancellation).ToListAsync(cancellation)).ToDictionary(file => file.Path);
        var next = new NextFiles(clients, online);
        var (up, kept, same) = (0, 0, 0);
        foreach (var file in local.Where(IsText).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var (live, beside) = (there.GetValueOrDefault(file.Name), there.GetValueOrDefault(NextPaths.Of(file.Name)));
            if (IsSame(file, live) || IsSame(file, beside))
            {
                same++;
            }
            else if (beside is { IsPushed: false } && !overwrites)
            {
                kept++;
                screen.Line(
                    $"[yellow]kept[/] {Screen.Plain(file.Name)} has a next version that somebody wrote online; publish it, or give it up with --overwrite"
                );
            }
            else if (await WriteAsync(next, file, live, beside, cancellation))
            {
                up++;
                screen.Line($"[green]next[/] {Screen.Plain(file.Name)}");
            }
            else
            {
                kept++;
                screen.Line(
                    $"[yellow]kept[/] {Screen.Plain(file.Name)} was changed online this very moment; push again"
                );
            }
        }
        var left = local.Count(file => !IsText(file));
        screen.Line(
            $"{up} beside the live ones, {kept} kept, {same} unchanged, {left} other files left out"
                + (isDryRun ? " (dry run: nothing was changed)" : "")
        );
        return kept > 0 ? ExitCodes.Mend : ExitCodes.Well;
    }

    private async Task<bool> WriteAsync(
        NextFiles next,
        HashedFile file,
        ComparedFile? live,
        ComparedFile? beside,
        CancellationToken cancellation
    )
    {
        if (isDryRun)
        {
            return true;
        }
        var text = await File.ReadAllBytesAsync(file.File.Path, cancellation);
        var written = await next.WriteAsync(
            file.Name,
            text,
            live?.ETag ?? "",
            beside?.ETag,
            by,
            cancellation,
            isPushed: true
        );
        return written.IsDone;
    }

    private static bool IsText(HashedFile file) =>
        ContentPaths.KindOf(file.Name) is ContentKind.Post or ContentKind.Page;

    private static bool IsSame(HashedFile file, ComparedFile? online) =>
        online?.Hash is { } hash && hash.AsSpan().SequenceEqual(file.Hash);
}
