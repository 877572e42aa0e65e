using KapFunctions.Proof.Tests.Support;
using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using Xunit.Abstractions;

namespace KapFunctions.Proof.Tests;

/// <summary>Of a file that does not say which text was reviewed, the first good version that carries the day is that text, whatever
/// becomes of the index.</summary>
public sealed class ReviewedTextTests(ITestOutputHelper output)
{
    private const int Edits = 200;

    private static readonly string[] Days = ["2024-01-01", "2024-02-02", "2024-03-03"];

    [Fact]
    public async Task Two_hundred_edits_with_losses_rebuilds_and_moves_in_between_have_no_wrong_verdict()
    {
        output.WriteLine($"KAP_SEED={Given.Seed}");
        var random = new Random(Given.Seed);
        await using var instance = new Instance(await SharedAzurite.NewAccountAsync());
        await instance.ReconcileAsync();
        var (text, day, path) = (EditedText.Draw(random), Days[0], "posts/0.md");
        var reviewed = new Dictionary<string, string>();
        for (var edit = 1; edit <= Edits; edit++)
        {
            text = random.Next(3) > 0 ? text.Edited(random) : text;
            day = random.Next(12) == 0 ? Days[random.Next(Days.Length)] : day;
            reviewed.TryAdd(day, text.Says);
            await instance.PublishAsync(path, FileOf(text, day, random));
            var what = random.Next(8);
            switch (what)
            {
                case 0:
                    await instance.ReconcileAsync();
                    await instance.Storage.Index.DeleteAsync();
                    await instance.ReconcileAsync();
                    break;
                case 1:
                    await instance.Get<SitePublisher>().AskForRebuildAsync(default);
                    await instance.ReconcileAsync();
                    break;
                case 2:
                    var moved = $"posts/{edit}.md";
                    await instance.PublishAsync(moved, FileOf(text, day, random));
                    await instance.DeleteAsync(path);
                    await instance.LookAtAsync(path);
                    path = moved;
                    break;
                case 3:
                    await instance.PublishAsync(path, "---\ntitle: [\n---\n");
                    await instance.ReconcileAsync();
                    await instance.Storage.Index.DeleteAsync();
                    await instance.ReconcileAsync();
                    break;
            }

            var row = (await instance.Index.ReadPostAsync(path, default)).Value!;
            Assert.True(
                (reviewed[day] != text.Says) == row.Metadata!.IsEditedSinceReview,
                $"edit {edit}, after {what}: {reviewed[day]} | {text.Says} | {string.Join(", ", row.Metadata.ReviewChanges ?? [])}"
            );
        }
    }

    [Fact]
    public async Task A_move_that_is_seen_from_its_end_keeps_what_was_reviewed()
    {
        await using var instance = new Instance(await SharedAzurite.NewAccountAsync());
        await instance.ReconcileAsync();
        await instance.PublishAsync("posts/a.md", Of("one"));
        await instance.PublishAsync("posts/a.md", Of("two"));

        await instance.UploadAsync("posts/b.md", Of("two"));
        await instance.DeleteAsync("posts/a.md");
        await instance.LookAtAsync("posts/a.md");
        await instance.LookAtAsync("posts/b.md");

        Assert.True((await instance.Index.ReadPostAsync("posts/b.md", default)).Value!.Metadata!.IsEditedSinceReview);
    }

    [Fact]
    public async Task A_post_that_gets_an_id_of_its_own_keeps_what_was_reviewed()
    {
        await using var instance = new Instance(await SharedAzurite.NewAccountAsync());
        await instance.ReconcileAsync();
        await instance.PublishAsync("posts/a.md", Of("one"));
        await instance.PublishAsync("posts/a.md", Of("two", "id: 5f2c1e0b9a8d7c6b5a493827\n"));
        await instance.ReconcileAsync();
        await instance.Storage.Index.DeleteAsync();
        await instance.ReconcileAsync();

        Assert.True((await instance.Index.ReadPostAsync("posts/a.md", default)).Value!.Metadata!.IsEditedSinceReview);
    }

    [Fact]
    public async Task What_the_file_itself_says_counts_more_and_is_remembered_when_it_goes()
    {
        await using var instance = new Instance(await SharedAzurite.NewAccountAsync());
        await instance.ReconcileAsync();
        await instance.PublishAsync("posts/a.md", Of("two", "reviewed_text: [3-0000000000000001]\n"));
        Assert.True(await IsEditedAsync());
        await instance.PublishAsync("posts/a.md", Of("two"));
        Assert.True(await IsEditedAsync());

        async Task<bool> IsEditedAsync() =>
            (await instance.Index.ReadPostAsync("posts/a.md", default)).Value!.Metadata!.IsEditedSinceReview;
    }

    private static string Of(string text, string head = "") =>
        $"---\nslug: a\nreviewed: 2024-01-01\n{head}---\n{text}\n";

    private static string FileOf(EditedText text, string day, Random random) =>
        $"---\ntitle: A text\nslug: text\nreviewed: {day}\n---\n\n{text.Written(random)}";
}
