using System.Collections.Concurrent;
using System.Net;
using KapFunctions.Content;
using KapFunctions.Publishing.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using KapFunctions.Tests.Editor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Tests;

/// <summary>An upgrade judges what is online by the new rules: what they keep back is withdrawn, counted and listed.</summary>
public sealed class UpgradeTests
{
    private const string Path = "posts/walk.md";
    private const string KeptBack = "---\ntitle: Walk\ndraft: true\n---\nPrivate words.";

    [Theory]
    [InlineData(null)]
    [InlineData("---\ntitle: [\n---\nBroken since.")]
    public async Task What_only_older_rules_let_through_is_withdrawn_and_listed_by_its_path(string? since)
    {
        var log = new Lines();
        await using var site = await TestSite.StartAsync();
        site.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var editor = new EditorClient(site);
        var written = await editor.WriteAsync(Path, KeptBack, EditorClient.Absent);
        await AsOlderRulesHadItAsync(site, PostRenderer.Version);
        if (since is not null)
        {
            await editor.WriteAsync(Path, since, written.Json.GetProperty("etag").GetString()!);
        }

        await AsOlderRulesHadItAsync(site, PostRenderer.Version - 1);
        await site.WaitAsync("/api/posts/walk", HttpStatusCode.OK);
        var start = (await site.GetAsync("/api/changes")).Json.GetProperty("next").GetString();

        await site.Services.GetRequiredService<Publisher>().LookAtOutdatedAsync(default);

        await site.WaitAsync("/api/posts/walk", HttpStatusCode.NotFound);
        var change = Assert.Single(
            (await site.GetAsync($"/api/changes?since={start}")).Json.GetProperty("changes").EnumerateArray()
        );
        Assert.Equal("unpublished", change.GetProperty("kind").GetString());
        var withdrawn = (await editor.SendAsync(HttpMethod.Get, "/api/editor/status")).Json.GetProperty("withdrawn");
        Assert.Equal(1, withdrawn.GetProperty("count").GetInt32());
        Assert.Equal(Path, Assert.Single(withdrawn.GetProperty("paths").EnumerateArray()).GetString());
        Assert.Contains(log.Warnings, line => line.Contains(Path, StringComparison.Ordinal));
        Assert.DoesNotContain(log.Warnings, line => line.Contains("Private", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_listed_until_its_author_has_changed_the_file()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        var written = await editor.WriteAsync(Path, KeptBack, EditorClient.Absent);
        await AsOlderRulesHadItAsync(site, PostRenderer.Version - 1);
        await site.WaitAsync("/api/posts/walk", HttpStatusCode.OK);
        var publisher = site.Services.GetRequiredService<Publisher>();
        await publisher.LookAtOutdatedAsync(default);
        await publisher.LookAtOutdatedAsync(default);
        await site.WaitAsync("/api/posts/walk", HttpStatusCode.NotFound);
        Assert.Equal(1, await CountAsync(editor));

        await editor.WriteAsync(Path, KeptBack + "\n\nMore.", written.Json.GetProperty("etag").GetString()!);

        Assert.Equal(0, await CountAsync(editor));
    }

    [Fact]
    public async Task What_its_author_made_a_draft_is_no_upgrade_s_doing()
    {
        await using var site = await TestSite.StartAsync();
        var editor = new EditorClient(site);
        var written = await editor.WriteAsync(Path, "# Walk", EditorClient.Absent);

        await editor.WriteAsync(Path, KeptBack, written.Json.GetProperty("etag").GetString()!);

        Assert.Equal(0, await CountAsync(editor));
    }

    /// <summary>Leaves the row as a renderer that took the good version for public would have written it.</summary>
    private static async Task AsOlderRulesHadItAsync(TestSite site, int renderer)
    {
        await LetEventsPassAsync(site);
        var index = site.Services.GetRequiredService<IndexReader>();
        var seen = await index.ReadPostAsync(Path, default);
        var row = seen.Value! with
        {
            State = PostState.Published,
            Renderer = renderer,
            Metadata = seen.Value.Metadata! with { Draft = false },
            Announced = true,
        };
        var commit = new IndexCommit();
        commit.Put(row, seen.ETag);
        commit.Log(ChangeKind.Internal, DateTimeOffset.UtcNow, Path, row.Id, null, new RowChange(row.Key, row));
        Assert.True(await site.Services.GetRequiredService<IndexWriter>().CommitAsync(commit, default));
    }

    /// <summary>The host has seen everything that was written before, so that no late event looks at it again.</summary>
    private static async Task LetEventsPassAsync(TestSite site)
    {
        var marker = $"marker-{Guid.NewGuid():n}";
        await site.UploadAsync($"posts/{marker}.md", "# Marker");
        await site.WaitAsync($"/api/posts/{marker}", HttpStatusCode.OK);
    }

    private static async Task<int> CountAsync(EditorClient editor) =>
        (await editor.SendAsync(HttpMethod.Get, "/api/editor/status"))
            .Json.GetProperty("withdrawn")
            .GetProperty("count")
            .GetInt32();

    /// <summary>The warnings that a host writes.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> warnings = new();

        public IReadOnlyCollection<string> Warnings => warnings;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
            {
                warnings.Enqueue(formatter(state, exception));
            }
        }

        public void Dispose() { }
    }
}
