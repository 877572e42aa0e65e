using System.CommandLine;
using KapFunctions.Cli.Account;
using KapFunctions.Cli.Checking;
using KapFunctions.Cli.Folders;
using KapFunctions.Cli.Terminal;
using KapFunctions.Content.Problems;
using KapFunctions.Storage.Files;

namespace KapFunctions.Cli.Pushing;

internal static class PushCommand
{
    public static Command Create(Surroundings around, Screen screen)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "The content folder.",
            DefaultValueFactory = _ => ".",
        };
        var delete = new Option<bool>("--delete") { Description = "Delete online what the folder does not have." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be done, and do nothing." };
        var force = new Option<bool>("--force") { Description = "Push files with errors, too." };
        var overwrite = new Option<bool>("--overwrite")
        {
            Description = "Give up what was changed online since the last push or pull. Its versions are kept.",
        };
        var next = new Option<bool>("--next")
        {
            Description = "Put texts beside the live ones, as their next versions; readers see nothing of them.",
        };
        var storage = new StorageOptions(around);
        var command = new Command("push", "Uploads what changed, unless it has errors or is newer online.")
        {
            folder,
            delete,
            dryRun,
            force,
            overwrite,
            next,
        };
        storage.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var read = ContentFolder.Read(around.PathOf(parsed.GetValue(folder)!));
                var clients = storage.Read(parsed);
                if (!parsed.GetValue(force) && HasErrors(read, around, screen, cancellation))
                {
                    return ExitCodes.Mend;
                }
                var local = await HashedFile.OfAsync(read, cancellation);
                if (parsed.GetValue(next))
                {
                    return await new NextPush(
                        clients,
                        parsed.GetValue(overwrite),
                        parsed.GetValue(dryRun),
                        around.Writes(),
                        screen
                    ).RunAsync(Some(local), cancellation);
                }
                var known = SyncState.Read(read.Root, clients.Content.Uri);
                var plan = new PushPlan(known, parsed.GetValue(overwrite), parsed.GetValue(delete), read.Part);
                var push = new Push(new(clients), known, around.Writes());
                var run = new SyncRun(known, screen, parsed.GetValue(dryRun));
                return await push.RunAsync(plan, Some(local), run, cancellation);
            }
        );
        return command;
    }

    private static bool HasErrors(
        ContentFolder folder,
        Surroundings around,
        Screen screen,
        CancellationToken cancellation
    )
    {
        var result = ContentChecker.Check(folder, around.Clock.GetUtcNow(), cancellation);
        if (!result.HasErrors)
        {
            return false;
        }
        TextReport.WriteProblems(result, around, screen, Severity.Error);
        screen.Fail("Nothing was pushed: mend the errors above, or push all the same with --force.");
        return true;
    }

    /// <summary>An empty folder is most often the wrong one, and with --delete it would take the site away.</summary>
    private static IReadOnlyList<HashedFile> Some(IReadOnlyList<HashedFile> local) =>
        local.Count > 0
            ? local
            : throw new UsageException("The folder holds no content: no posts/, pages/, media/, theme/ or site.yaml.");
}

internal sealed class Push(ContentFiles online, SyncState known, FileWrite written)
{
    public async Task<int> RunAsync(
        PushPlan plan,
        IReadOnlyList<HashedFile> local,
        SyncRun run,
        CancellationToken cancellation
    )
    {
        var there = await online.CompareAsync(cancellation).ToListAsync(cancellation);
        return await run.RunAsync(plan.Make(local, there), CarryOutAsync, cancellation);
    }

    private async Task<SyncStep> CarryOutAsync(SyncStep step, CancellationToken cancellation)
    {
        var result = step.Local is { } local
            ? await UploadAsync(local, step.ETag, cancellation)
            : await online.DeleteAsync(step.Path, step.ETag!, written, cancellation);
        if (!result.IsDone)
        {
            return step with { Kind = SyncKind.Keep, Reason = "was changed online this very moment; push again" };
        }
        lock (known)
        {
            if (step.Local is { } pushed)
            {
                known.Put(step.Path, result.ETag!, pushed.Hash);
            }
            else
            {
                known.Remove(step.Path);
            }
        }
        return step;
    }

    private async Task<WriteResult> UploadAsync(HashedFile local, string? replaced, CancellationToken cancellation)
    {
        await using var content = FolderFiles.Open(local.File.Path);
        var facts = new FileFacts(ContentTypes.Of(local.Name), local.Hash, IsPushed: true) { Written = written };
        return await online.WriteAsync(local.Name, content, facts, replaced, cancellation);
    }
}
