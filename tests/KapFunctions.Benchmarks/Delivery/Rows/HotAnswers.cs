using KapFunctions.Benchmarks.Delivery.Peers;
using KapFunctions.Reading;

namespace KapFunctions.Benchmarks.Delivery.Rows;

/// <summary>Answers that are asked all the time, against peers that serve the same bytes in the same minute.</summary>
internal sealed class HotAnswers(string work, Report report)
{
    /// <summary>An article of 800 words.</summary>
    public const string Html = "/api/posts/post-1/html";

    /// <summary>Ghost's default page of posts.</summary>
    public const string List = "/ghost/api/content/posts/?key=22444f78447824223cefc48062&limit=15&include=tags,authors";

    /// <summary>The page that readers see, with everything around the article.</summary>
    private const string Page = "/post-1/";

    public async Task MeasureAsync(SmallSite site)
    {
        await MeasureHtmlAsync(site);
        await MeasureAsync(site, Page, "a page of the site, against bare Kestrel", 0.9);
        await MeasureAsync(site, List, "Ghost's list of 15 posts, hot, against bare Kestrel", 0.7);
    }

    private async Task MeasureHtmlAsync(SmallSite site)
    {
        var page = await SaveAsync(site, Html, "post.html");
        using var bare = BareKestrel.Start(page);
        await bare.WaitAsync("/");
        var (own, other) = (site.Server.Url + Html, bare.Url + "/post.html");

        var unchanged = await Contest.RunAsync([own, other], $"If-None-Match: {page.ETag}");
        report.Ratio("304 for the same, against bare Kestrel's 304", unchanged[1].Ratio, 0.95, unchanged[0].Rate);

        if (!Tool.IsThere("nginx"))
        {
            report.Skipped("an article as HTML, against nginx with one worker", "there is no nginx");
            var alone = await Contest.RunAsync([own, other]);
            report.Ratio("an article as HTML, against bare Kestrel", alone[1].Ratio, 0.9, alone[0].Rate);
            return;
        }

        using var nginx = Nginx.Start(work);
        await nginx.WaitAsync("/post.html");
        var standings = await Contest.RunAsync([own, other, nginx.Url + "/post.html"]);
        report.Ratio("an article as HTML, against bare Kestrel", standings[1].Ratio, 0.9, standings[0].Rate);
        report.Ratio("an article as HTML, against nginx with one worker", standings[2].Ratio, 0.75, standings[0].Rate);
    }

    private async Task MeasureAsync(SmallSite site, string path, string what, double bar)
    {
        using var bare = BareKestrel.Start(await SaveAsync(site, path, "answer"));
        await bare.WaitAsync("/");
        var standings = await Contest.RunAsync([site.Server.Url + path, bare.Url + "/answer"]);
        report.Ratio(what, standings[1].Ratio, bar, standings[0].Rate);
    }

    private async Task<BareKestrel.Page> SaveAsync(SmallSite site, string path, string name)
    {
        using var http = new HttpClient();
        using var reply = await http.GetAsync(site.Server.Url + path);
        reply.EnsureSuccessStatusCode();
        var file = Path.Combine(work, name);
        await File.WriteAllBytesAsync(file, await reply.Content.ReadAsByteArrayAsync());
        return new(file, reply.Content.Headers.ContentType!.ToString(), reply.Headers.ETag!.ToString());
    }
}
