using KapFunctions.Content.Sources;
using KapFunctions.Storage.Erasing;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Rendered;
using KapFunctions.Testing;

namespace KapFunctions.Storage.Tests.Files;

/// <summary>Where the account keeps versions by itself, they are the history, and nothing is kept twice.</summary>
public sealed class VersionedFilesTests
{
    private static readonly FileWrite Anna = new("Änne", new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    private const string Path = "posts/hello.md";

    [Fact]
    public async Task The_account_s_versions_are_listed_read_and_restored()
    {
        await using var account = await VersionedAccount.StartAsync();
        var files = new ContentFiles(account.Clients);
        var one = await WriteAsync(files, "# One", null);
        var two = await WriteAsync(files, "# Two", one.ETag);

        var versions = await files.ListVersionsAsync(Path, default);
        Assert.All(versions, version => Assert.Equal(Anna, version.Written));
        await using var old = await files.OpenAsync(Path, versions[1].Id, default);
        var restored = await files.WriteAsync(Path, old!.Content, new FileFacts("text/markdown"), two.ETag, default);

        Assert.Equal([true, false], versions.Select(version => version.IsCurrent));
        Assert.True(restored.IsDone);
        Assert.Equal("# One", await ReadAsync(files, null));
        Assert.Equal(3, (await files.ListVersionsAsync(Path, default)).Count);
        Assert.DoesNotContain(account.Asked, asked => asked.EndsWith("snapshot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deleted_file_keeps_its_versions_and_no_copy_is_made()
    {
        await using var account = await VersionedAccount.StartAsync();
        var files = new ContentFiles(account.Clients);
        var one = await WriteAsync(files, "# One", null);

        var deleted = await files.DeleteAsync(Path, one.ETag!, Anna, default);
        var version = Assert.Single(await files.ListVersionsAsync(Path, default));

        Assert.True(deleted.IsDone);
        Assert.False(version.IsCurrent);
        Assert.Null(await ReadAsync(files, null));
        Assert.Equal("# One", await ReadAsync(files, version.Id));
        Assert.Single(account.Asked, "PUT ");
    }

    [Fact]
    public async Task A_newer_version_is_not_overwritten()
    {
        await using var account = await VersionedAccount.StartAsync();
        var files = new ContentFiles(account.Clients);
        var one = await WriteAsync(files, "# One", null);
        var two = await WriteAsync(files, "# Two", one.ETag);

        var late = await WriteAsync(files, "# Late", one.ETag);

        Assert.Equal((false, two.ETag), (late.IsDone, late.ETag));
        Assert.Equal("# Two", await ReadAsync(files, null));
    }

    [Fact]
    public async Task An_erasure_takes_every_version_of_the_file_and_of_what_was_made_of_it()
    {
        await using var account = await VersionedAccount.StartAsync(await SharedAzurite.NewAccountAsync());
        var (files, rendered) = (new ContentFiles(account.Clients), new RenderedStore(account.Clients));
        await account.Clients.CreateMissingAsync();
        string? etag = null;
        foreach (var text in new[] { "# Secret one", "# Secret two" })
        {
            etag = (await WriteAsync(files, text, etag)).ETag;
            var source = new SourceFile(Path, BinaryData.FromString(text).ToMemory());
            await rendered.PutGoodAsync(RenderedStore.GoodName(source), source, default);
            await rendered.PutGoodAsync(RenderedStore.GoodName(source), source, default);
        }

        await files.DeleteAsync(Path, etag!, Anna, default);
        Assert.Equal(6, account.Holding("Secret").Count);

        var report = await new Erasure(account.Clients).RunAsync(Path, default);

        Assert.Equal((2, 2, null), (report.Versions, report.Copies, report.Unfinished));
        Assert.Empty(account.Holding("Secret"));
    }

    private static Task<WriteResult> WriteAsync(ContentFiles files, string text, string? replaced) =>
        files.WriteAsync(
            Path,
            BinaryData.FromString(text).ToStream(),
            new FileFacts("text/markdown") { Written = Anna },
            replaced,
            default
        );

    private static async Task<string?> ReadAsync(ContentFiles files, string? version)
    {
        await using var opened = await files.OpenAsync(Path, version, default);
        return opened is null ? null : (await BinaryData.FromStreamAsync(opened.Content)).ToString();
    }
}
