using System.Diagnostics;
using System.Net;
using KapFunctions.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>How long an editor waits.</summary>
public sealed class SpeedTests
{
    private const string Path = "posts/a-walk.md";

    /// <summary>Told by <c>KAP_NUMBERS=1</c>, too; the bounds are wide, since tests share the machine.</summary>
    [FactWith<Chromium>]
    public async Task A_text_is_in_its_preview_saved_and_live_at_once()
    {
        await using var site = await TestSite.StartAsync();
        await site.UploadAsync(Path, Text("First."));
        await site.WaitAsync("/api/posts/a-walk", HttpStatusCode.OK);
        await using var desk = await DeskVisit.StartAsync(site, place: "#/edit/" + Path);
        List<double> preview = [],
            save = [],
            live = [];
        for (var round = 0; round < 8; round++)
        {
            var words = $"Round {round}.";
            await desk.WriteAsync(Text(words));
            var clock = Stopwatch.StartNew();
            await Expect(desk.Preview.GetByText(words)).ToBeVisibleAsync();
            preview.Add(clock.Elapsed.TotalMilliseconds);
            clock.Restart();
            await desk.SaveAsync();
            save.Add(clock.Elapsed.TotalMilliseconds);
            await desk.Button("Publish …").ClickAsync();
            clock.Restart();
            await desk.Button("Publish now").ClickAsync();
            await Expect(desk.Page.Locator(".save-state")).ToContainTextAsync("Published");
            live.Add(clock.Elapsed.TotalMilliseconds);
            Assert.Contains(words, (await site.GetAsync("/api/posts/a-walk/html")).Body);
        }

        Assert.True(MedianOf(preview) < 1_000, $"preview after {string.Join(' ', preview)} ms");
        Assert.True(MedianOf(save) < 1_000, $"saved after {string.Join(' ', save)} ms");
        Assert.True(MedianOf(live) < 2_000, $"live after {string.Join(' ', live)} ms");
        if (Environment.GetEnvironmentVariable("KAP_NUMBERS") == "1")
        {
            Console.WriteLine(
                $"preview {MedianOf(preview):0} ms, save {MedianOf(save):0} ms, publish {MedianOf(live):0} ms (medians of 8)"
            );
        }
    }

    private static string Text(string words) => $"---\ntitle: A walk\ndate: 2024-05-06\n---\n\n{words}\n";

    private static double MedianOf(List<double> numbers) => numbers.Order().ElementAt(numbers.Count / 2);
}
