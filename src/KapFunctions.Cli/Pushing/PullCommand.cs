using System.CommandLine;
using KapFunctions.Cli.Account;
using KapFunctions.Cli.Folders;
using KapFunctions.Cli.Terminal;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.TemporaryFiles;

namespace KapFunctions.Cli.Pushing;

internal static class PullCommand
{
    public static Command Create(Surroundings around, Screen screen)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "The content folder; it is made where it is missing.",
            DefaultValueFactory = _ => ".",
        };
        var delete = new Option<bool>("--delete") { Description = "Delete here what was deleted online." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be done, and do nothing." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Give up what was changed here." };
        var storage = new StorageOptions(around);
        var command = new Command("pull", "Downloads what is newer online, unless it was changed here.")
        {
            folder,
            delete,
            dryRun,
            overwrite,
        };
        storage.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var root = around.PathOf(parsed.GetValue(folder)!);
                var clients = storage.Read(parsed);
                Directory.CreateDirectory(root);
                var read = ContentFolder.Read(root);
                var known = SyncState.Read(root, clients.Content.Uri);
                var plan = new PullPlan(known, parsed.GetValue(overwrite), parsed.GetValue(delete), read.Part);
                var pull = new Pull(new(clients), known, read);
                return await pull.RunAsync(plan, new(known, screen, parsed.GetValue(dryRun)), cancellation);
            }
        );
        return command;
    }
}

internal sealed class Pull(ContentFiles online, SyncState known, ContentFolder folder)
{
    public async Task<int> RunAsync(PullPlan plan, SyncRun run, CancellationToken cancellation)
    {
        var local = await HashedFile.OfAsync(folder, cancellation);
        var there = await online.CompareAsync(cancellation).ToListAsync(cancellation);
        var steps = plan.Make(local, there).Select(Possible).ToList();
        return await run.RunAsync(steps, CarryOutAsync, cancellation);
    }

    /// <summary>A name from storage may lead anywhere: only one that the folder itself would give its file is written.</summary>
    private SyncStep Possible(SyncStep step) =>
        step.Kind == SyncKind.Download && folder.PathOf(step.Path) is null
            ? step with
            {
                Kind = SyncKind.Keep,
                Reason = "has a name that cannot be a file here",
            }
            : step;

    private async Task<SyncStep> CarryOutAsync(SyncStep step, CancellationToken cancellation)
    {
        if (step.Kind == SyncKind.Delete)
        {
            File.Delete(step.Local!.File.Path);
            lock (known)
            {
                known.Remove(step.Path);
            }
            return step;
        }
        await using var opened = await online.OpenAsync(step.Path, version: null, cancellation);
        if (opened is null)
        {
            return step with { Kind = SyncKind.Keep, Reason = "was deleted online this very moment" };
        }
        var file = folder.PathOf(step.Path)!;
        await AtomicFile.WriteAsync(file, opened.Content, cancellation);
        var hash = await FolderFiles.HashAsync(file, cancellation);
        lock (known)
        {
            known.Put(step.Path, opened.ETag, hash);
        }
        return step;
    }
}
