using System.Globalization;
using System.Text.Json;
using KapFunctions.Following.Webhooks;
using KapFunctions.Publishing.Repair;
using KapFunctions.Publishing.Schedule;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Account;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using KapFunctions.Tests.Editor;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests;

/// <summary>Readers are told of a review when its day has come on the site, and not before.</summary>
public sealed class ReviewTests
{
    private const string Reviewer = "Dr Doe";

    private readonly ShiftedClock clock = new();

    [Fact]
    public async Task A_review_still_ahead_is_told_of_nowhere_until_its_day_begins_on_the_site()
    {
        await using var site = await StartAsync("UTC");
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddDays(2));
        await WriteAsync(site, day);
        var start = (await site.GetAsync("/api/changes")).Json.GetProperty("next").GetString();

        await AssertToldAsync(site, isTold: false, day);
        Assert.Contains(await ProblemsAsync(site), code => code == "reviewed-ahead");
        clock.Advance(day.ToDateTime(TimeOnly.MinValue) - clock.GetUtcNow().UtcDateTime - TimeSpan.FromMinutes(1));
        await AssertToldAsync(site, isTold: false, day);
        clock.Advance(TimeSpan.FromMinutes(1));

        await AssertToldAsync(site, isTold: true, day);
        Assert.DoesNotContain(await ProblemsAsync(site), code => code == "reviewed-ahead");
        var announcer = site.Services.GetRequiredService<DueAnnouncer>();
        await announcer.RunAsync(default);
        await announcer.RunAsync(default);
        var changes = (await site.GetAsync($"/api/changes?since={start}")).Json.GetProperty("changes");
        Assert.Equal("updated", Assert.Single(changes.EnumerateArray()).GetProperty("kind").GetString());
    }

    /// <summary>At noon in UTC it is tomorrow in Kiritimati and still today in Niue.</summary>
    [Theory]
    [InlineData("Pacific/Kiritimati", true)]
    [InlineData("Pacific/Niue", false)]
    public async Task The_day_is_the_one_of_the_site_s_time_zone(string zone, bool isTold)
    {
        clock.Advance(DateTime.UtcNow.Date.AddDays(1).AddHours(12) - DateTime.UtcNow);
        await using var site = await StartAsync(zone);
        var tomorrow = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddDays(1));

        await WriteAsync(site, tomorrow);

        await AssertToldAsync(site, isTold, tomorrow);
    }

    [Fact]
    public async Task The_problem_is_counted_where_problems_are_and_stored_nowhere()
    {
        await using var site = await StartAsync("UTC");
        await WriteAsync(site, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.AddDays(2)));
        var editor = new EditorClient(site);

        var list = (await editor.SendAsync(HttpMethod.Get, "/api/editor/posts")).Json.GetProperty("posts");
        var row = await site.Services.GetRequiredService<IndexReader>().ReadPostAsync("posts/a.md", default);

        Assert.Equal(1, Assert.Single(list.EnumerateArray()).GetProperty("warnings").GetInt32());
        Assert.Equal((0, 0, null), (row.Value!.Errors, row.Value.Warnings, row.Value.Report));
    }

    [Fact]
    public async Task A_text_that_changed_since_says_so_wherever_its_review_is_told()
    {
        await using var site = await StartAsync("UTC");
        var editor = new EditorClient(site);
        var written = await editor.WriteAsync("posts/a.md", Text("One."), EditorClient.Absent);
        await AssertEditedAsync(site, isEdited: false);

        var etag = written.Json.GetProperty("etag").GetString()!;
        var edited = await editor.WriteAsync("posts/a.md", Text("Two.", "## Part"), etag);

        await AssertEditedAsync(site, isEdited: true);
        Assert.Contains(
            edited.Json.GetProperty("problems").EnumerateArray(),
            problem => problem.GetProperty("code").GetString() == "review-outdated"
        );
        Assert.Contains(await ProblemsAsync(site), code => code == "review-outdated");
        await WaitForReviewAsync(site, "edited");

        etag = edited.Json.GetProperty("etag").GetString()!;
        var recorded = await RecordAsync(editor, etag, "Dr New");

        await AssertEditedAsync(site, isEdited: false);
        await WaitForReviewAsync(site, "current");
        Assert.Equal("Dr New", (await site.GetAsync("/api/posts/a")).Json.GetProperty("reviewed_by").GetString());
        var file = (await editor.ReadAsync("posts/a.md")).Body;
        Assert.Contains("reviewed_text: [", file);
        Assert.EndsWith("---\n# A\n\n## Part\n\nTwo.", file);
        Assert.Equal(412, (await RecordAsync(editor, etag, "Dr New")).Status);
        Assert.NotEqual(etag, recorded.Json.GetProperty("etag").GetString());
    }

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("{\"path\":\"media/a.png\",\"etag\":\"x\"}", 400)]
    [InlineData("{\"path\":\"posts/a.md\"}", 428)]
    [InlineData("{\"path\":\"posts/none.md\",\"etag\":\"x\"}", 404)]
    [InlineData("not json", 400)]
    public async Task A_review_that_names_no_version_of_a_text_is_refused(string body, int status)
    {
        await using var site = await StartAsync("UTC");
        var editor = new EditorClient(site);
        await editor.WriteAsync("posts/a.md", Text("One."), EditorClient.Absent);

        Assert.Equal(status, (await PostAsync(editor, body)).Status);
    }

    [Fact]
    public async Task A_review_of_what_cannot_be_published_is_refused_and_says_why()
    {
        await using var site = await StartAsync("UTC");
        var editor = new EditorClient(site);
        var written = await editor.WriteAsync("posts/a.md", "---\ntitle: [\n---\n", EditorClient.Absent);

        var reply = await RecordAsync(editor, written.Json.GetProperty("etag").GetString()!, by: null);

        Assert.Equal(422, reply.Status);
        Assert.Contains("Mend its errors", reply.Body);
    }

    [Fact]
    public async Task The_end_of_a_review_is_told_once_when_it_comes()
    {
        await using var site = await StartAsync("UTC");
        var editor = new EditorClient(site);
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var head = $"reviewed: {day:yyyy-MM-dd}\nreview_every: 40 days";
        await editor.WriteAsync("posts/a.md", $"---\ndate: 2024-01-01\n{head}\n---\n# A\n\nText.", EditorClient.Absent);
        await WaitForReviewAsync(site, "current");
        Assert.Empty(await FellDueAsync(site));

        clock.Advance(TimeSpan.FromDays(35));
        Assert.Equal(["review-due"], await FellDueAsync(site));
        await WaitForReviewAsync(site, "due");
        clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(["review-due", "review-overdue"], await FellDueAsync(site));
        await WaitForReviewAsync(site, "overdue");
        Assert.Contains(await ProblemsAsync(site), code => code == "review-overdue");

        clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal(2, (await FellDueAsync(site)).Count);
    }

    [Fact]
    public async Task A_site_that_says_only_now_how_long_reviews_hold_hears_of_those_that_are_too_old()
    {
        await using var site = await StartAsync("UTC");
        var editor = new EditorClient(site);
        await editor.WriteAsync("posts/a.md", Text("One."), EditorClient.Absent);
        var settings = (await editor.ReadAsync("site.yaml")).ETag;
        await editor.WriteAsync(
            "site.yaml",
            "title: Site\ntags:\n- name: Health\n  review_every: 1 year\nreview_every: 3 months\n",
            settings
        );
        await site.Services.GetRequiredService<Reconciler>().RunAsync(default);

        Assert.Equal(["review-overdue"], await FellDueAsync(site));
        await editor.WriteAsync("posts/b.md", "# Other", EditorClient.Absent);
        Assert.Single(await FellDueAsync(site));
    }

    private static string Text(string text, string heading = "") =>
        $"---\ndate: 2024-01-01\nreviewed: 2024-05-02\nreviewed_by: {Reviewer}\n---\n# A\n\n"
        + (heading.Length > 0 ? $"{heading}\n\n{text}" : text);

    private static async Task AssertEditedAsync(TestSite site, bool isEdited)
    {
        var post = await site.GetAsync("/api/posts/a");
        Assert.Equal(isEdited, post.Json.GetProperty("edited_since_review").GetBoolean());
        var page = (await site.GetAsync("/a/")).Body;
        Assert.Equal(isEdited, page.Contains("; edited since", StringComparison.Ordinal));
        Assert.Equal(!isEdited, page.Contains("lastReviewed", StringComparison.Ordinal));
        var markdown = (await site.GetAsync("/a.md")).Body;
        Assert.Equal(isEdited, markdown.Contains("edited_since_review: true", StringComparison.Ordinal));
    }

    private static Task<Reply> WaitForReviewAsync(TestSite site, string state) =>
        site.WaitAsync(
            "/api/editor/posts",
            reply =>
                reply.Json.GetProperty("posts").EnumerateArray().Single().GetProperty("review").GetString() == state
        );

    private static Task<Reply> RecordAsync(EditorClient editor, string etag, string? by) =>
        PostAsync(
            editor,
            JsonSerializer.Serialize(
                new Dictionary<string, string?>
                {
                    ["path"] = "posts/a.md",
                    ["etag"] = etag,
                    ["by"] = by,
                }
            )
        );

    private static Task<Reply> PostAsync(EditorClient editor, string body) =>
        editor.SendAsync(HttpMethod.Post, "/api/editor/review", new StringContent(body, null, "application/json"));

    /// <summary>What followers were told of reviews, after the schedule was looked at twice.</summary>
    private static async Task<IReadOnlyList<string>> FellDueAsync(TestSite site)
    {
        await site.Services.GetRequiredService<DueAnnouncer>().RunAsync(default);
        await site.Services.GetRequiredService<DueAnnouncer>().RunAsync(default);
        await site.Services.GetRequiredService<ReadModel>().RefreshAsync(default);
        var index = site.Services.GetRequiredService<IndexReader>();
        var head = (await index.ReadHeadAsync(default))!;
        var factory = site.Services.GetRequiredService<WebhookEventFactory>();
        var codes = new List<string>();
        await foreach (var entry in index.ReadLogAsync(head.Epoch, 0, default))
        {
            var events = await factory.OfAsync(entry, new(head.Epoch, entry.Sequence), default);
            codes.AddRange(
                events
                    .Where(one => one is { Type: "problem.opened", Data.Problem: not null })
                    .Select(one => one.Data.Problem!.Code)
                    .Where(code => code.StartsWith("review-", StringComparison.Ordinal))
            );
        }
        return codes;
    }

    private async Task<TestSite> StartAsync(string zone)
    {
        var account = await SharedAzurite.NewAccountAsync();
        var storage = StorageClients.FromConnectionString(account);
        await storage.CreateMissingAsync();
        await storage
            .Content.GetBlobClient("site.yaml")
            .UploadAsync(BinaryData.FromString($"title: Site\ntimezone: {zone}\n"));
        return await TestSite.StartAsync(account, services => services.AddSingleton<TimeProvider>(clock));
    }

    private static async Task WriteAsync(TestSite site, DateOnly day)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"---\ndate: 2024-01-01\nreviewed: {day:yyyy-MM-dd}\nreviewed_by: {Reviewer}\n---\n# A\n\nText."
        );
        var written = await new EditorClient(site).WriteAsync("posts/a.md", text, EditorClient.Absent);
        Assert.True(written.Json.GetProperty("post").GetProperty("online").GetBoolean(), written.Body);
    }

    private static async Task AssertToldAsync(TestSite site, bool isTold, DateOnly day)
    {
        var iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var post = await site.GetAsync("/api/posts/a");
        Assert.Equal(isTold ? iso : null, post.Json.GetProperty("reviewed").GetString());
        Assert.Equal(isTold ? Reviewer : null, post.Json.GetProperty("reviewed_by").GetString());
        foreach (var address in new[] { "/api/posts/a", "/a/" })
        {
            var body = (await site.GetAsync(address)).Body;
            Assert.Equal(isTold, body.Contains("lastReviewed", StringComparison.Ordinal));
            Assert.Equal(isTold, body.Contains(Reviewer, StringComparison.Ordinal));
            Assert.Equal(isTold, body.Contains(iso, StringComparison.Ordinal));
        }
    }

    private static async Task<IEnumerable<string?>> ProblemsAsync(TestSite site) =>
        (await new EditorClient(site).SendAsync(HttpMethod.Get, "/api/editor/problems"))
            .Json.GetProperty("files")
            .EnumerateArray()
            .SelectMany(file => file.GetProperty("problems").EnumerateArray())
            .Select(problem => problem.GetProperty("code").GetString())
            .ToList();
}
