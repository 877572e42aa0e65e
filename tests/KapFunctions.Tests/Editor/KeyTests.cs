using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using KapFunctions.Http.SignIn;
using KapFunctions.Storage.Keys;
using KapFunctions.Testing;

namespace KapFunctions.Tests.Editor;

/// <summary>Keys are made, used, shown and taken back.</summary>
public sealed class KeyTests
{
    private const string Keys = "/api/editor/keys";
    private const string MasterKey = "the-master-key-of-tests";

    [Fact]
    public async Task The_first_owner_s_key_is_made_with_the_master_key_and_makes_the_others()
    {
        await using var site = await TestSite.StartAsync(settings: new() { ["FunctionKeys:Master"] = MasterKey });

        var first = await PostAsync(site, Keys + "/owner", new { name = "Änne O'Neill" }, MasterKey);

        Assert.Equal((201, "owner"), (first.Status, first.Json.GetProperty("role").GetString()));
        var owner = first.Json.GetProperty("key").GetString()!;
        Assert.Equal(201, (await PostAsync(site, Keys, new { name = "ben", role = "author" }, owner)).Status);
        Assert.Equal(401, (await PostAsync(site, Keys + "/owner", new { }, owner)).Status);
        // The master key makes keys and opens nothing else.
        Assert.Equal(401, (await site.GetAsync(Keys, Key(MasterKey))).Status);
        var listed = (await site.GetAsync(Keys, Key(owner))).Json.GetProperty("keys").EnumerateArray().ToList();
        Assert.Equal(
            ["Änne O'Neill owner by master key", "ben author by Änne O'Neill"],
            listed.Select(key => $"{Text(key, "name")} {Text(key, "role")} by {Text(key, "made_by")}").Order()
        );
    }

    [Fact]
    public async Task Storage_keeps_a_hash_and_no_key()
    {
        await using var site = await TestSite.StartAsync();
        var key = await site.MakeKeyAsync(Role.Author, "ben");

        var kept = new StringBuilder();
        await foreach (
            var blob in site.Storage.Keys.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata })
        )
        {
            kept.Append(blob.Name).AppendJoin('\n', blob.Metadata);
            kept.Append((await site.Storage.Keys.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content);
        }

        Assert.Contains(Convert.ToHexStringLower(EditorKey.HashOf(key)), kept.ToString());
        Assert.DoesNotContain(key, kept.ToString());
        Assert.DoesNotContain(key[4..], kept.ToString());
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_and_its_name_is_free_again()
    {
        await using var site = await TestSite.StartAsync();
        var old = await site.MakeKeyAsync(Role.Editor, "Ben");
        Assert.Equal(200, (await site.GetAsync("/api/editor/me", Key(old))).Status);
        Assert.Equal(
            409,
            (await PostAsync(site, Keys, new { name = "ben", role = "author" }, TestSite.FunctionKey)).Status
        );

        Assert.Equal(204, (await RevokeAsync(site, "BEN")).Status);

        var refused = await site.GetAsync("/api/editor/me", Key(old));
        Assert.Equal((401, "urn:kapfunctions:problem:key-refused"), (refused.Status, Text(refused.Json, "type")));
        Assert.Equal(404, (await RevokeAsync(site, "ben")).Status);
        var fresh = await site.MakeKeyAsync(Role.Author, "ben");
        Assert.Equal("""{"name":"ben","role":"author"}""", (await site.GetAsync("/api/editor/me", Key(fresh))).Body);
        Assert.Equal(401, (await site.GetAsync("/api/editor/me", Key(old))).Status);
    }

    [Fact]
    public async Task A_key_that_another_instance_revoked_opens_nothing_after_ten_seconds_at_most()
    {
        await using var one = await TestSite.StartAsync();
        await using var other = await TestSite.StartAsync(one.ConnectionString);
        var key = await one.MakeKeyAsync(Role.Editor);
        Assert.Equal(200, (await other.GetAsync("/api/editor/me", Key(key))).Status);

        Assert.Equal(204, (await RevokeAsync(one, "the Editor")).Status);

        var patience = System.Diagnostics.Stopwatch.StartNew();
        while ((await other.GetAsync("/api/editor/me", Key(key))).Status != 401)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(10), "It still opens.");
            await Task.Delay(100);
        }
    }

    /// <summary>A key is taken back while its user saves again and again: each save is whole or refused, and what stands there at the end is
    /// the last one that was answered.</summary>
    [Fact]
    public async Task A_key_revoked_in_the_middle_of_saves_leaves_a_whole_text()
    {
        await using var site = await TestSite.StartAsync();
        var writer = new EditorClient(site, await site.MakeKeyAsync(Role.Author));
        var (etag, saved) = (EditorClient.Absent, "");
        var revoking = Task.CompletedTask;
        for (var number = 0; ; number++)
        {
            Assert.True(number < 2000, "The key is still good.");
            if (number == 5)
            {
                revoking = Task.Run(() => RevokeAsync(site, "the Author"));
            }

            var text = $"---\ndraft: true\n---\n# {number}\n\n{new string('x', 20_000)}";
            var reply = await writer.WriteAsync("posts/a.md", text, etag);
            if (reply.Status == 401)
            {
                break;
            }

            Assert.Equal(200, reply.Status);
            (etag, saved) = (Text(reply.Json, "etag"), text);
        }

        await revoking;
        var there = await new EditorClient(site).ReadAsync("posts/a.md");
        Assert.Equal((saved, etag), (there.Body, there.ETag));
    }

    [Fact]
    public async Task A_key_s_last_use_is_a_day_and_is_kept_once()
    {
        await using var site = await TestSite.StartAsync();
        var key = await site.MakeKeyAsync(Role.Author, "ben");
        Assert.Equal(JsonValueKind.Null, (await BenAsync()).ValueKind);

        await site.GetAsync("/api/editor/me", Key(key));
        var used = await BenAsync();
        var kept = await VersionAsync();
        for (var i = 0; i < 5; i++)
        {
            await site.GetAsync("/api/editor/me", Key(key));
        }

        Assert.InRange(
            DateOnly.Parse(used.GetString()!, System.Globalization.CultureInfo.InvariantCulture),
            DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1),
            DateOnly.FromDateTime(DateTime.UtcNow)
        );
        Assert.Equal(kept, await VersionAsync());

        async Task<JsonElement> BenAsync() =>
            (await site.GetAsync(Keys, Key(TestSite.FunctionKey))).Json.GetProperty("keys")[0].GetProperty("last_used");

        async Task<string> VersionAsync() =>
            (await site.Storage.Keys.GetBlobsAsync().SingleAsync()).Properties.ETag!.Value.ToString();
    }

    [Theory]
    [InlineData("", "author")]
    [InlineData(" ben", "author")]
    [InlineData("../ben", "author")]
    [InlineData("ben\n", "author")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890", "author")]
    [InlineData("ben", "Owner")]
    [InlineData("ben", "2")]
    [InlineData("ben", null)]
    [InlineData(null, "author")]
    public async Task A_key_needs_a_name_and_a_role(string? name, string? role)
    {
        await using var site = await TestSite.StartAsync();

        Assert.Equal(400, (await PostAsync(site, Keys, new { name, role }, TestSite.FunctionKey)).Status);
        Assert.Empty(await site.Storage.Keys.GetBlobsAsync().ToListAsync());
    }

    [Fact]
    public async Task Wrong_keys_are_slowed_down_and_a_right_one_waits_for_none()
    {
        await using var site = await TestSite.StartAsync();
        var key = await site.MakeKeyAsync(Role.Author);
        await site.GetAsync("/api/editor/me", Key(key));

        var guesses = Enumerable
            .Range(0, WrongKeys.MaxWaiting * 2)
            .Select(guess => site.GetAsync("/api/editor/me", Key($"guess-{guess}")))
            .ToList();
        Assert.Equal(200, (await site.GetAsync("/api/editor/me", Key(key))).Status);
        var statuses = (await Task.WhenAll(guesses)).Select(reply => reply.Status).ToList();

        Assert.Contains(401, statuses);
        Assert.Contains(429, statuses);
        Assert.All(statuses, status => Assert.True(status is 401 or 429, $"{status}"));
    }

    /// <summary>Addresses are kept by logs and browsers.</summary>
    [Fact]
    public async Task A_key_in_an_address_opens_nothing()
    {
        await using var site = await TestSite.StartAsync();

        Assert.Equal(401, (await site.GetAsync($"/api/editor/me?code={TestSite.FunctionKey}")).Status);
    }

    [Fact]
    public async Task Where_editors_sign_in_no_key_is_made()
    {
        await using var site = await SignInTests.StartAsync();

        using var request = new HttpRequestMessage(HttpMethod.Post, Keys)
        {
            Content = JsonContent.Create(new { name = "ben", role = "author" }),
        };
        var refused = await site.SendAsync(request, SignInTests.Principal(role: "owner"));

        Assert.Equal((409, "urn:kapfunctions:problem:keys-not-used"), (refused.Status, Text(refused.Json, "type")));
    }

    private static (string, string) Key(string key) => ("x-functions-key", key);

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static async Task<Reply> PostAsync(TestSite site, string address, object body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        return await site.SendAsync(request, Key(key));
    }

    private static async Task<Reply> RevokeAsync(TestSite site, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{Keys}?name={Uri.EscapeDataString(name)}");
        return await site.SendAsync(request, Key(TestSite.FunctionKey));
    }
}
