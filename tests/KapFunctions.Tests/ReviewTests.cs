using System.Globalization;
using System.Text.Json;
using KapFunctions.Publishing.Schedule;
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
