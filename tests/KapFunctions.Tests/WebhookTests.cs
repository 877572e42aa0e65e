using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using KapFunctions.Following.Webhooks;
using KapFunctions.Http;
using KapFunctions.Publishing.Repair;
using KapFunctions.Publishing.Schedule;
using KapFunctions.Settings;
using KapFunctions.Storage.Account;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests;

/// <summary>Others are told of what happens, at least once each, signed, and again where they did not listen.</summary>
public sealed class WebhookTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public async Task A_target_hears_of_posts_and_of_problems_signed_and_in_the_standard_form()
    {
        await using var target = await WebhookTarget.StartAsync();
        await using var site = await StartAsync(target.Url);

        // A text without a word has a problem of its own.
        await site.UploadAsync("posts/a.md", "# One\n\nWords.");
        var published = await target.WaitForAsync("post.published");
        await site.UploadAsync("posts/a.md", "---\ntitle: [\n---\nWords.");
        var opened = await target.WaitForAsync("problem.opened");
        await site.UploadAsync("posts/a.md", "# Mended\n\nWords.");
        var closed = await target.WaitForAsync("problem.closed", site);

        Assert.Equal("a", published.Data.GetProperty("slug").GetString());
        Assert.Equal(Signature(published), published.Headers["webhook-signature"]);
        Assert.Equal("posts/a.md", opened.Data.GetProperty("path").GetString());
        Assert.True(opened.Data.GetProperty("problem").GetProperty("line").GetInt32() >= 2);
        Assert.Equal(
            opened.Data.GetProperty("problem").GetProperty("code").GetString(),
            closed.Data.GetProperty("problem").GetProperty("code").GetString()
        );
    }

    [Fact]
    public async Task What_a_target_hears_of_a_post_that_was_hidden_names_what_readers_saw_and_of_its_problems_the_file()
    {
        await using var target = await WebhookTarget.StartAsync();
        await using var site = await StartAsync(target.Url);
        await site.UploadAsync("posts/a.md", "# One\n\nWords.");
        await target.WaitForAsync("post.published");

        await site.UploadAsync("posts/a.md", "---\nslug: secret\ndraft: true\nimage: javascript:alert(1)\n---\nText.");
        // They come in any order.
        var unpublished = await target.FindAsync("post.unpublished");
        var problem = await target.FindAsync("problem.opened");

        Assert.Equal("a", unpublished.Data.GetProperty("slug").GetString());
        Assert.DoesNotContain("secret", unpublished.Data.GetRawText(), StringComparison.Ordinal);
        Assert.False(unpublished.Data.TryGetProperty("path", out _));
        Assert.Equal("posts/a.md", problem.Data.GetProperty("path").GetString());
    }

    [Fact]
    public async Task A_target_that_fails_is_told_again_under_the_same_id()
    {
        await using var target = await WebhookTarget.StartAsync(failFirst: 1);
        await using var site = await StartAsync(target.Url, only: "post.published");

        await site.UploadAsync("posts/a.md", "# One");
        await target.WaitForAsync("post.published");
        var again = await target.WaitForAsync("post.published");

        var ids = target
            .Heard.Where(heard => heard.Type == "post.published")
            .Select(heard => heard.Headers["webhook-id"]);
        Assert.Single(ids.Distinct());
        Assert.Equal(200, again.Answered);
    }

    [Fact]
    public async Task What_cannot_be_delivered_is_shown_and_can_be_tried_again()
    {
        const string nowhere = "http://127.0.0.1:1/";
        await using var site = await StartAsync(nowhere);
        var sender = site.Services.GetRequiredService<WebhookSender>();

        await sender.SendAsync(new(nowhere, "epoch-1", "post.published", "{}", Tries: 6), default);
        var failed = Assert.Single(await FailedAsync(site));
        Assert.Equal(nowhere, failed.GetProperty("url").GetString());
        var id = failed.GetProperty("id").GetString();

        Assert.Equal(202, (await RetryAsync(site, id)).Status);
        Assert.Empty(await FailedAsync(site));
        Assert.Equal(404, (await RetryAsync(site, id)).Status);
    }

    [Fact]
    public async Task A_target_hears_when_a_scheduled_post_comes_due_and_when_it_expires()
    {
        var clock = new ShiftedClock();
        await using var target = await WebhookTarget.StartAsync();
        await using var site = await StartAsync(target.Url, clock);
        var (due, ends) = (DateTime.UtcNow.AddDays(1), DateTime.UtcNow.AddDays(3));
        await site.UploadAsync("posts/later.md", $"---\ndate: {due:O}\nexpires: {ends:O}\n---\n# Later");
        await site.UploadAsync("posts/now.md", "# Now");
        Assert.Equal("now", (await target.WaitForAsync("post.published")).Data.GetProperty("slug").GetString());
        await site.WaitAsync("/api/editor/posts", reply => reply.Body.Contains("posts/later.md"));

        clock.Advance(TimeSpan.FromDays(2));
        await site.Services.GetRequiredService<DueAnnouncer>().RunAsync(default);
        Assert.Equal("later", (await target.WaitForAsync("post.published")).Data.GetProperty("slug").GetString());
        clock.Advance(TimeSpan.FromDays(2));
        await site.Services.GetRequiredService<DueAnnouncer>().RunAsync(default);

        Assert.Equal("later", (await target.WaitForAsync("post.unpublished")).Data.GetProperty("slug").GetString());
    }

    [Fact]
    public async Task A_target_hears_that_the_log_begins_anew_once_the_table_was_lost()
    {
        await using var target = await WebhookTarget.StartAsync();
        await using var site = await StartAsync(target.Url);
        await target.WaitForAsync(WebhookEventFactory.LogRestarted);
        await site.UploadAsync("posts/a.md", "# A");
        await target.WaitForAsync("post.published");

        await site.Storage.Index.DeleteAsync();
        await site.Services.GetRequiredService<Reconciler>().RunAsync(default);
        await site.Services.GetRequiredService<WebhookDispatcher>().RunAsync(default);

        var restarted = await target.WaitForAsync(WebhookEventFactory.LogRestarted);
        var changes = await site.GetAsync($"/api/changes?since={restarted.Data.GetProperty("cursor").GetString()}");
        Assert.Equal(200, changes.Status);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    [InlineData(500)]
    [InlineData(404)]
    public async Task A_redirect_is_not_followed_and_like_a_failure_comes_back_after_a_pause(int status)
    {
        await using var elsewhere = await WebhookTarget.StartAsync();
        await using var target = await WebhookTarget.StartAsync(failFirst: 1, status, elsewhere.Url);
        await using var site = await StartAsync(target.Url, only: "post.published");
        var queue = site.Storage.Queues.GetQueueClient(StorageNames.WebhookQueue);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (await CountAsync(queue) > 0)
        {
            await Task.Delay(20, patience.Token);
        }

        var delivery = new WebhookDelivery(target.Url, "epoch-1", "post.published", "{\"type\":\"a\"}", Tries: 2);

        await site.Services.GetRequiredService<WebhookSender>().SendAsync(delivery, default);

        Assert.Single(target.Heard);
        Assert.Empty(elsewhere.Heard);
        Assert.Equal(1, await CountAsync(queue));
        Assert.Empty((await queue.PeekMessagesAsync(32)).Value);
    }

    [Fact]
    public async Task A_target_that_was_taken_out_and_one_that_only_a_message_names_are_never_called()
    {
        await using var former = await WebhookTarget.StartAsync();
        await using var target = await WebhookTarget.StartAsync();
        await using var site = await StartAsync(former.Url, only: "post.published");
        await site.UploadAsync("site.yaml", $"title: Test\nwebhooks:\n  - url: {target.Url}\n");
        await target.WaitForAsync(WebhookEventFactory.LogRestarted);

        var sender = site.Services.GetRequiredService<WebhookSender>();
        await sender.SendAsync(new(former.Url, "epoch-1", "post.published", "{}"), default);

        Assert.Empty(former.Heard);
        Assert.Empty(await FailedAsync(site));
    }

    [Fact]
    public async Task Targets_on_private_networks_are_refused_unless_they_are_allowed()
    {
        await using var target = await WebhookTarget.StartAsync();
        using var http = PublicHttpClient.Create(allowPrivate: false, TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri(target.Url)));
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri("https://localhost:1/")));

        Assert.Empty(target.Heard);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:192.168.1.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("9.9.9.9", true)]
    [InlineData("2620:fe::fe", true)]
    public void Only_addresses_of_the_public_internet_are_public(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicHttpClient.IsPublic(IPAddress.Parse(address)));

    private static Dictionary<string, string?> Settings() =>
        new()
        {
            [WebhookOptions.KeysSetting] = "one:" + Convert.ToBase64String(Key),
            [WebhookOptions.AllowPrivateTargetsSetting] = "true",
        };

    private static async Task<int> CountAsync(QueueClient queue) =>
        (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;

    private static async Task<TestSite> StartAsync(string targetUrl, TimeProvider? clock = null, string? only = null)
    {
        var site = await TestSite.StartAsync(
            configure: services => services.AddSingleton(clock ?? TimeProvider.System),
            settings: Settings()
        );
        var events = only is null ? "" : $"    events: [{only}]\n";
        await site.UploadAsync("site.yaml", $"title: Test\nwebhooks:\n  - url: {targetUrl}\n{events}");
        await site.WaitAsync("/api/editor/webhooks", reply => reply.Body.Contains("\"behind\":0"));
        return site;
    }

    private static async Task<IReadOnlyList<JsonElement>> FailedAsync(TestSite site)
    {
        var reply = await site.GetAsync("/api/editor/webhooks", ("x-functions-key", TestSite.FunctionKey));
        return [.. reply.Json.GetProperty("failed").EnumerateArray()];
    }

    private static async Task<Reply> RetryAsync(TestSite site, string? id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/editor/webhooks/retry");
        request.Content = JsonContent.Create(new { id });
        return await site.SendAsync(request, ("x-functions-key", TestSite.FunctionKey));
    }

    /// <summary>As a receiver computes it: https://www.standardwebhooks.com.</summary>
    private static string Signature(Heard heard)
    {
        var signed = $"{heard.Headers["webhook-id"]}.{heard.Headers["webhook-timestamp"]}.{heard.Body}";
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(signed)));
    }
}
