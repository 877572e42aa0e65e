using KapFunctions.Proof.Tests.Support;
using KapFunctions.Publishing.Files;
using KapFunctions.Query.Posts;

namespace KapFunctions.Proof.Tests;

/// <summary>A post that moves to another file stays the same post, whichever of its files is looked at first.</summary>
public sealed class MoveTests
{
    private const string Old = "posts/old.md";
    private const string New = "posts/new.md";
    private const string Text = "---\nslug: about\n---\nText";

    [Fact]
    public async Task A_moved_file_whose_deletion_is_looked_at_first_keeps_id_date_and_older_addresses()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.ReconcileAsync();
        await instance.PublishAsync(Old, "---\nslug: before\n---\nText");
        await instance.PublishAsync(Old, Text);
        var before = (await instance.Index.ReadPostAsync(Old, default)).Value!;
        await instance.UploadAsync(New, Text);
        await instance.DeleteAsync(Old);

        await instance.LookAtAsync(Old);
        account.Forget();
        await instance.LookAtAsync(New);

        Assert.InRange(account.Calls.Count, 1, 8);
        var after = (await IndexAudit.CheckAsync(instance))[New];
        Assert.Equal((before.Id, before.FirstSeen), (after.Id, after.FirstSeen));
        using var view = await instance.ReadAsync();
        Assert.IsType<Resolution.Live>(view.Resolve("about"));
        Assert.Equal("about", Assert.IsType<Resolution.Redirect>(view.Resolve("before")).Slug);
    }

    [Fact]
    public async Task A_folder_that_is_renamed_keeps_every_id_though_many_files_are_looked_at_at_once()
    {
        const int posts = 20;
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.DirectConnectionString);
        await instance.ReconcileAsync();
        var numbers = Enumerable.Range(0, posts).ToList();
        await Task.WhenAll(
            numbers.Select(number => instance.PublishAsync($"posts/a/p{number}.md", $"# Post {number}"))
        );
        var before = await IndexAudit.CheckAsync(instance);
        await Task.WhenAll(numbers.Select(number => instance.UploadAsync($"posts/b/p{number}.md", $"# Post {number}")));
        await Task.WhenAll(numbers.Select(number => instance.DeleteAsync($"posts/a/p{number}.md")));

        await Task.WhenAll(
            numbers
                .SelectMany(number => new[] { $"posts/a/p{number}.md", $"posts/b/p{number}.md" })
                .Select(path => instance.LookAtAsync(path))
        );

        var after = await IndexAudit.CheckAsync(instance);
        Assert.Equal(before.Values.Select(row => row.Id).Order(), after.Values.Select(row => row.Id).Order());
    }

    [Fact]
    public async Task A_file_that_comes_after_the_post_was_gone_is_another_post()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.DirectConnectionString);
        await instance.ReconcileAsync();
        await instance.PublishAsync(Old, Text);
        var before = (await instance.Index.ReadPostAsync(Old, default)).Value!;
        await instance.DeleteAsync(Old);
        await instance.LookAtAsync(Old);
        // Storage's times have no fractions.
        await Task.Delay(TimeSpan.FromSeconds(1.1));

        await instance.PublishAsync(New, Text);

        Assert.NotEqual(before.Id, (await IndexAudit.CheckAsync(instance))[New].Id);
    }

    [Fact]
    public async Task A_file_that_waited_and_took_another_slug_before_the_deletion_was_looked_at_leads_on_from_the_old_address()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.DirectConnectionString);
        await instance.ReconcileAsync();
        await instance.PublishAsync(Old, Text);
        var before = (await instance.Index.ReadPostAsync(Old, default)).Value!;
        await instance.PublishAsync(New, Text);
        await instance.DeleteAsync(Old);

        await instance.PublishAsync(New, "---\nslug: elsewhere\n---\nText");

        Assert.Equal(before.Id, (await IndexAudit.CheckAsync(instance))[New].Id);
        using var view = await instance.ReadAsync();
        Assert.Equal("elsewhere", Assert.IsType<Resolution.Redirect>(view.Resolve("about")).Slug);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_one_process_changes_in_the_settings_keeps_no_other_from_publishing(bool rebuilds)
    {
        await using var account = await Given.NewAccountAsync();
        await using var one = new Instance(account.DirectConnectionString);
        await using var other = new Instance(account.DirectConnectionString);
        await one.ReconcileAsync();
        await other.PublishAsync(Old, Text);

        await (
            rebuilds
                ? one.Get<SitePublisher>().AskForRebuildAsync(default)
                : one.PublishAsync("site.yaml", "timezone: Europe/Berlin")
        );
        await other.PublishAsync(New, "# New");

        Assert.Equal([New, Old], (await IndexAudit.CheckAsync(one)).Keys.Order());
    }
}
