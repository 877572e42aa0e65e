using KapFunctions.Proof.Tests.Support;
using KapFunctions.Publishing.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Testing.Faults;

namespace KapFunctions.Proof.Tests;

/// <summary>A publish costs the same however many posts there are: at most eight storage calls, none of them a listing.</summary>
public sealed class CallCountTests
{
    private const int Most = 8;

    private static readonly string[] Folder = [.. Enumerable.Range(0, 40).Select(number => $"posts/p{number}.md")];

    public static TheoryData<int> Sizes => [10, Given.Size(representative: 100, full: 1_000)];

    [Fact]
    public async Task Files_that_a_reconcile_and_their_events_tell_of_at_once_are_rendered_once()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.ReconcileAsync();
        await UploadFolderAsync(instance);

        account.Forget();
        await Task.WhenAll([instance.ReconcileAsync(), .. Folder.Select(path => instance.LookAtAsync(path))]);

        Assert.Equal(Folder.Length, account.Calls.Count(IsOf("PUT", "/rendered/bodies/")));
        Assert.Equal(Folder.Length, (await IndexAudit.CheckAsync(instance)).Count);
    }

    [Fact]
    public async Task Of_a_folder_of_new_files_nobody_asks_whether_history_knows_them()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.ReconcileAsync();
        await UploadFolderAsync(instance);

        account.Forget();
        await Task.WhenAll(Folder.Select(path => instance.LookAtAsync(path)));

        Assert.InRange(account.Calls.Count(IsOf("GET", "identity")), 0, Folder.Length / 4);
        Assert.InRange(account.Calls.Count(IsOf("GET", "claim")), 0, Folder.Length / 4);
        Assert.InRange(account.Calls.Count, 0, Folder.Length * 6);
    }

    [Fact]
    public async Task Of_a_folder_of_files_that_history_knows_it_is_asked_and_each_comes_back_as_it_was()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.ReconcileAsync();
        await Task.WhenAll(Folder.Select(path => instance.PublishAsync(path, $"# {path}")));
        var first = await IndexAudit.CheckAsync(instance);
        await Task.WhenAll(Folder.Select(instance.DeleteAsync));
        await Task.WhenAll(Folder.Select(path => instance.LookAtAsync(path)));

        await Task.WhenAll(Folder.Select(path => instance.PublishAsync(path, $"# {path}")));

        var again = await IndexAudit.CheckAsync(instance);
        Assert.Equal(Folder.Order(), again.Keys.Order());
        Assert.All(
            Folder,
            path => Assert.Equal((first[path].Id, first[path].FirstSeen), (again[path].Id, again[path].FirstSeen))
        );
    }

    [Fact]
    public async Task A_rebuild_neither_keeps_sources_again_nor_asks_who_holds_a_slug()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.ReconcileAsync();
        await instance.PublishAsync("posts/a.md", "# A");
        await instance.Get<SitePublisher>().AskForRebuildAsync(default);

        account.Forget();
        await instance.Get<Publisher>().LookAtOutdatedAsync(default);

        Assert.Equal(1, account.Calls.Count(IsOf("PUT", "/rendered/bodies/")));
        Assert.DoesNotContain(account.Calls, call => IsOf("PUT", "/rendered/good/")(call));
        var claim = Uri.EscapeDataString(IndexKeys.Claim("a"));
        Assert.DoesNotContain(account.Calls, call => IsOf("GET", claim)(call));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task A_publish_takes_at_most_eight_storage_calls(int posts)
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, posts),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (number, _) => await instance.PublishAsync($"posts/p{number}.md", $"# Post {number}")
        );
        await instance.ReconcileAsync();

        await AssertCheapAsync("new", "posts/new.md", "# New");
        await AssertCheapAsync("edited", "posts/new.md", "# New\n\nEdited.");
        await AssertCheapAsync("unchanged", "posts/new.md", text: null);
        await AssertCheapAsync("broken", "posts/new.md", "---\ntitle: [\n---\n");
        await AssertCheapAsync("renamed", "posts/new.md", "---\nslug: renamed\n---\n# New");
        await AssertCheapAsync("collides", "posts/second.md", "---\nslug: renamed\n---\n# Second");
        await AssertCheapAsync("gives way", "posts/new.md", "---\nslug: elsewhere\n---\n# New");
        await instance.DeleteAsync("posts/new.md");
        await AssertCheapAsync("deleted", "posts/new.md", text: null);
        await instance.PublishAsync("posts/third.md", "---\nslug: renamed\n---\n# Third");
        await instance.DeleteAsync("posts/second.md");
        await AssertCheapAsync("makes room", "posts/second.md", text: null);
        Assert.Equal("renamed", (await instance.Index.ReadPostAsync("posts/third.md", default)).Value!.Metadata!.Slug);

        async Task AssertCheapAsync(string what, string path, string? text)
        {
            if (text is not null)
            {
                await instance.UploadAsync(path, text);
            }

            account.Forget();
            await instance.LookAtAsync(path);
            var calls = account.Calls;
            Assert.True(calls.Count <= Most, $"{what}: {calls.Count} calls\n{string.Join('\n', calls)}");
            Assert.DoesNotContain(calls, call => call.Target.Contains("comp=list", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_translation_remembers_its_original_within_the_same_eight_calls()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.ReconcileAsync();
        await instance.UploadAsync("site.yaml", "languages: [en, fr]");
        await instance.ReconcileAsync();

        (string Path, string Text)[] publishes =
        [
            ("posts/a.md", "# A"),
            ("posts/a.fr.md", "# A"),
            ("posts/a.md", "# A\n\nEdited."),
            ("posts/a.fr.md", "# A\n\nEdited."),
            ("posts/b.fr.md", "# Without an original"),
        ];
        foreach (var (path, text) in publishes)
        {
            await instance.UploadAsync(path, text);
            account.Forget();
            await instance.LookAtAsync(path);
            Assert.True(account.Calls.Count <= Most, $"{path}: {string.Join('\n', account.Calls)}");
        }
    }

    private static async Task UploadFolderAsync(Instance instance)
    {
        foreach (var path in Folder)
        {
            await instance.UploadAsync(path, $"# {path}");
        }
    }

    private static Func<StorageCall, bool> IsOf(string method, string target) =>
        call => call.Method == method && call.Target.Contains(target, StringComparison.Ordinal);
}
