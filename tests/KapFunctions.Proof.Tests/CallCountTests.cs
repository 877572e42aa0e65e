using KapFunctions.Proof.Tests.Support;

namespace KapFunctions.Proof.Tests;

/// <summary>A publish costs the same however many posts there are: at most eight storage calls, none of them a listing.</summary>
public sealed class CallCountTests
{
    private const int Most = 8;

    public static TheoryData<int> Sizes => [10, Given.Size(representative: 100, full: 2_000)];

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
}
