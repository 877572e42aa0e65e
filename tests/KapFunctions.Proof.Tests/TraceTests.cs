using KapFunctions.Proof.Tests.Support;
using KapFunctions.Query.Posts;

namespace KapFunctions.Proof.Tests;

/// <summary>An address that readers have seen leaves a trace, whatever became of its post since; one that they have not leaves none.</summary>
public sealed class TraceTests
{
    private const string Path = "posts/a.md";

    [Fact]
    public async Task A_post_that_was_taken_back_renamed_and_published_again_is_found_where_readers_knew_it()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.PublishAsync(Path, "---\nslug: known\n---\nText");
        await instance.PublishAsync(Path, "---\nslug: known\ndraft: true\n---\nText");
        await instance.PublishAsync(Path, "---\nslug: new\ndraft: true\n---\nText");
        await instance.ReconcileAsync();
        using (var hidden = await instance.ReadAsync())
        {
            Assert.IsType<Resolution.NotFound>(hidden.Resolve("known"));
        }

        await instance.PublishAsync(Path, "---\nslug: new\n---\nText");

        using var view = await instance.ReadAsync();
        Assert.Equal("new", Assert.IsType<Resolution.Redirect>(view.Resolve("known")).Slug);
    }

    [Fact]
    public async Task A_draft_that_was_once_published_is_gone_when_it_is_deleted_and_one_that_never_was_is_not_found()
    {
        await using var account = await Given.NewAccountAsync();
        await using var instance = new Instance(account.ConnectionString);
        await instance.PublishAsync(Path, "---\nslug: known\n---\nText");
        await instance.PublishAsync(Path, "---\nslug: known\ndraft: true\n---\nText");
        await instance.PublishAsync("posts/b.md", "---\nslug: secret\ndraft: true\n---\nText");
        await instance.DeleteAsync(Path);
        await instance.DeleteAsync("posts/b.md");
        await instance.ReconcileAsync();

        using var view = await instance.ReadAsync();
        Assert.IsType<Resolution.Gone>(view.Resolve("known"));
        Assert.IsType<Resolution.NotFound>(view.Resolve("secret"));
    }
}
