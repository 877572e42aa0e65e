using System.Net;
using KapFunctions.Publishing.Repair;
using KapFunctions.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests;

/// <summary>What people put straight into the container, and what becomes of it.</summary>
public sealed class WhatIsContentTests
{
    private const string Text = "---\ntitle: Trashed\ndate: 2024-07-01\n---\nText.\n";

    [Fact]
    public async Task Hidden_and_temporary_names_are_neither_published_nor_served_nor_told_of()
    {
        await using var site = await TestSite.StartAsync();
        string[] hidden =
        [
            "posts/.trash/deleted note.md",
            "posts/.stversions/old~20240101.md",
            "pages/.archive/p.md",
            "posts/.#emacs.md",
            "posts/~$lock.md",
            "posts/._a.md",
        ];
        foreach (var path in hidden)
        {
            await site.UploadAsync(path, Text);
        }
        await site.UploadAsync("media/.hidden/a.pdf", "%PDF");
        await site.UploadAsync("posts/seen.md", Text);

        await site.WaitAsync("/api/posts/seen", HttpStatusCode.OK);
        await site.Services.GetRequiredService<Reconciler>().RunAsync(default);

        Assert.Equal(1, (await site.GetAsync("/api/posts")).Json.GetProperty("posts").GetArrayLength());
        Assert.Equal((int)HttpStatusCode.NotFound, (await site.GetAsync("/media/.hidden/a.pdf")).Status);
        Assert.DoesNotContain(await PathsAsync(site), path => path.Contains("/.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_lies_where_nothing_reads_it_is_told_of_until_it_is_gone()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("hello.md", Text);
        await site.UploadAsync("media/photo.heic", "x");

        var problem = Assert.Single(await site.WaitForProblemsAsync("hello.md"));
        await site.WaitForProblemsAsync("media/photo.heic");

        Assert.Equal("Move it to posts/hello.md.", problem.GetProperty("mend").GetString());
        await site.DeleteAsync("hello.md");
        await site.Services.GetRequiredService<Reconciler>().RunAsync(default);
        await site.WaitAsync("/api/editor/problems", reply => !reply.Body.Contains("\"hello.md\""));
    }

    [Fact]
    public async Task Names_that_differ_in_capitals_alone_are_simply_read()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("site.yml", "title: Under another name\n");
        await site.UploadAsync("Posts/upper.MD", Text);

        await site.WaitAsync("/api/posts/upper", HttpStatusCode.OK);

        await site.WaitAsync("/", reply => reply.Body.Contains("Under another name", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("media/Cafe\u0301/Mu\u0308ller.pdf", "media/Caf\u00E9/M\u00FCller.pdf")]
    [InlineData("media/Caf\u00E9/M\u00FCller.pdf", "media/Cafe\u0301/Mu\u0308ller.pdf")]
    [InlineData("media/Cafe\u0301/M\u00FCller.pdf", "media/Caf\u00E9/Mu\u0308ller.pdf")]
    public async Task An_accent_is_one_letter_in_whichever_form_a_name_is_written(string uploaded, string written)
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync(uploaded, "%PDF-1");
        await site.WaitForMediaAsync(uploaded);
        await site.UploadAsync("posts/r\u00E9sum\u00E9.md", "---\ntitle: R\u00E9sum\u00E9\n---\nText.");
        await site.UploadAsync("theme/parts/\u00E9.liquid", "Ours");
        await site.UploadAsync("theme/missing.liquid", "{% render \"parts/e\u0301\" %}");
        await site.WaitAsync("/api/posts/resume", HttpStatusCode.OK);
        await site.UploadAsync(
            "posts/a.md",
            $"---\ntitle: A\ndate: 2024-01-01\n---\n[file](../{written.Replace(" ", "%20", StringComparison.Ordinal)}) [[Re\u0301sume\u0301]] [b](re\u0301sume\u0301.md)"
        );

        var html = (await site.WaitAsync("/api/posts/a/html", reply => reply.Body.Contains("?v="))).Body;

        Assert.Equal(2, html.Split("/resume/\"").Length - 1);
        Assert.Equal(200, (await site.GetAsync("/" + written)).Status);
        await site.WaitAsync("/none/", reply => reply.Body.Contains("Ours"));
        Assert.Empty(await site.ProblemsOfAsync("posts/a.md"));
    }

    [Fact]
    public async Task Links_to_what_is_not_online_are_told_when_problems_are_asked_for_and_no_longer_when_it_comes()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync("posts/a.md", "---\ntitle: A\n---\n\n[B](b.md) and\n![No](/media/no.pdf) [[Nobody]]\n");
        await site.WaitAsync("/api/posts/a", HttpStatusCode.OK);

        Assert.Equal(
            ["link-target-missing 5:5", "link-title-missing 6:24", "media-missing 6:14"],
            (await site.WaitForProblemsAsync("posts/a.md"))
                .Select(problem =>
                    $"{problem.GetProperty("code").GetString()} {problem.GetProperty("line").GetInt32()}:{problem.GetProperty("column").GetInt32()}"
                )
                .Order(StringComparer.Ordinal)
        );

        await site.UploadAsync("posts/b.md", Text);
        await site.WaitAsync("/api/posts/b", HttpStatusCode.OK);
        Assert.DoesNotContain(
            await site.WaitForProblemsAsync("posts/a.md"),
            problem => problem.GetProperty("code").GetString() == "link-target-missing"
        );
    }

    private static async Task<IEnumerable<string>> PathsAsync(TestSite site) =>
        (await site.GetAsync("/api/editor/problems", ("x-functions-key", TestSite.FunctionKey)))
            .Json.GetProperty("files")
            .EnumerateArray()
            .Select(file => file.GetProperty("path").GetString()!);
}
