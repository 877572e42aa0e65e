using KapFunctions.Proof.Tests.Support;
using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Repair;
using KapFunctions.Query.Posts;
using KapFunctions.Storage.Index;
using KapFunctions.Storage.Rendered;
using KapFunctions.Testing;
using KapFunctions.Testing.Faults;

namespace KapFunctions.Proof.Tests.Histories;

/// <summary>Lets steps happen to two instances over one account, and compares where it ends with the model.</summary>
internal sealed class History : IAsyncDisposable
{
    private readonly FaultyAccount account;
    private readonly Instance editor;
    private readonly ShiftedClock[] clocks = [new(), new()];
    private readonly Instance[] instances;
    private readonly List<string> events = [];
    private readonly Model model = new();
    private readonly LogPosition?[] lastSeen = new LogPosition?[2];
    private int versions;
    private bool hasLostTable;

    private History(FaultyAccount account)
    {
        this.account = account;
        editor = new(account.DirectConnectionString);
        instances = [Start(0), Start(1)];
    }

    /// <summary>Runs the steps, then one reconcile, and compares.</summary>
    public static async Task RunAsync(IEnumerable<Step> steps)
    {
        await using var account = await Given.NewAccountAsync();
        await using var history = new History(account);
        foreach (var step in steps)
        {
            await history.DoAsync(step);
        }

        await history.EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await editor.DisposeAsync();
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }
    }

    private Instance Start(int which) => new(account.ConnectionString, clocks[which]);

    private Task DoAsync(Step step)
    {
        var path = $"posts/{(char)('a' + step.File)}.md";
        var which = step.Number % 2;
        return step.Kind switch
        {
            StepKind.Upload => UploadAsync(path, $"s{step.Slug}", isDraft: false),
            StepKind.UploadDraft => UploadAsync(path, $"s{step.Slug}", isDraft: true),
            StepKind.UploadBroken => UploadAsync(path, slug: null, isDraft: false),
            StepKind.Delete => DeleteAsync(path),
            StepKind.Move => MoveAsync(path, $"posts/moved{step.Slug}.md"),
            StepKind.Deliver => DeliverAsync(which, step.Number, keeps: false),
            StepKind.DeliverTwice => DeliverAsync(which, step.Number, keeps: true),
            StepKind.DeliverToBoth => Task.WhenAll(
                DeliverAsync(0, step.Number, keeps: true),
                DeliverAsync(1, step.Number, keeps: true)
            ),
            StepKind.Crash => CrashAsync(which, step.Number),
            StepKind.Disturb => DisturbAsync(which, step.Number),
            StepKind.Reconcile => instances[which].ReconcileAsync(),
            StepKind.LoseTable => LoseTableAsync(),
            _ => Quietly(step),
        };
    }

    private Task Quietly(Step step)
    {
        if (step.Kind == StepKind.Lose)
        {
            Take(step.Number);
        }
        else
        {
            clocks[step.Number % 2].Advance(TimeSpan.FromDays(step.Number % 4 < 2 ? 1 : -1));
        }

        return Task.CompletedTask;
    }

    private async Task UploadAsync(string path, string? slug, bool isDraft)
    {
        var file = new ModelFile($"version {++versions} at {path}", slug, isDraft);
        await UploadAsync(path, file);
    }

    private async Task UploadAsync(string path, ModelFile file)
    {
        var draft = file.IsDraft ? "draft: true\n" : "";
        var text = file.Slug is null ? "---\ntitle: [\n---\n" : $"---\nslug: {file.Slug}\n{draft}---\n{file.Text}";
        await editor.UploadAsync(path, text);
        model.Upload(path, file);
        events.Add(path);
    }

    private async Task DeleteAsync(string path)
    {
        await editor.DeleteAsync(path);
        model.Files.Remove(path);
        events.Add(path);
    }

    private async Task MoveAsync(string from, string to)
    {
        if (model.Files.TryGetValue(from, out var file))
        {
            await UploadAsync(to, file);
            await DeleteAsync(from);
        }
    }

    private async Task DeliverAsync(int which, int number, bool keeps)
    {
        if ((keeps ? Peek(number) : Take(number)) is { } path)
        {
            await instances[which].LookAtAsync(path, LookReason.Changed);
            await CheckReadersAsync(which);
        }
    }

    private async Task CrashAsync(int which, int number)
    {
        account.CutAfter(number % 10);
        await FailingAsync(which, number);
        await instances[which].DisposeAsync();
        account.Mend();
        instances[which] = Start(which);
        lastSeen[which] = null;
    }

    private async Task LoseTableAsync()
    {
        await editor.Storage.Index.DeleteAsync();
        hasLostTable = true;
    }

    private async Task DisturbAsync(int which, int number)
    {
        account.Plan = new(
            number,
            rate: 0.2,
            Fault.Unavailable,
            Fault.ServerError,
            Fault.Reset,
            Fault.PartialBody,
            Fault.DropReply
        );
        await FailingAsync(which, number);
        account.Mend();
    }

    private async Task FailingAsync(int which, int number)
    {
        try
        {
            await (
                Take(number) is { } path ? instances[which].LookAtAsync(path, LookReason.Changed) : Task.CompletedTask
            );
        }
        catch (Exception)
        {
            // Storage was away; the event is lost with it.
        }
    }

    /// <summary>The index only moves forward, and a body that is online is some version of its own file.</summary>
    private async Task CheckReadersAsync(int which)
    {
        if (await instances[which].Index.ReadHeadAsync(default) is not { Complete: true })
        {
            return;
        }

        using var view = await instances[which].ReadAsync();
        Assert.True(
            lastSeen[which] is not { } last
                || last.Epoch != view.Position.Epoch
                || last.Sequence <= view.Position.Sequence
        );
        lastSeen[which] = view.Position;
        foreach (var path in model.Files.Keys)
        {
            if (view.FindByPath(path) is { Body: { } name })
            {
                var body = await instances[which].Get<RenderedStore>().ReadBodyAsync(name, default);
                Assert.True(model.WasUploaded(path, body!.PlainText.Trim()), $"{path} shows '{body.PlainText}'");
            }
        }
    }

    private async Task EndAsync()
    {
        await Leases.BreakAsync(editor);
        await instances[0].ReconcileAsync();
        // What the history brings back stands in no log.
        var rows = await IndexAudit.CheckAsync(editor, replays: !hasLostTable);
        var texts = new Dictionary<string, string>();
        foreach (var row in rows.Values.Where(row => row.Body is not null))
        {
            var body = await editor.Get<RenderedStore>().ReadBodyAsync(row.Body!, default);
            texts[row.Path] = body!.PlainText.Trim();
        }

        model.Check(rows, texts);
    }

    private string? Peek(int number) => events.Count == 0 ? null : events[number % events.Count];

    private string? Take(int number)
    {
        var path = Peek(number);
        if (path is not null)
        {
            events.RemoveAt(number % events.Count);
        }

        return path;
    }
}
