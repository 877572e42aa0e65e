using KapFunctions.Benchmarks.Delivery.Peers;
using KapFunctions.Benchmarks.Delivery.Rows;

namespace KapFunctions.Benchmarks.Delivery;

/// <summary>
/// What delivery promises, drawn as docs/images/numbers.svg. Parts of it, which are printed only: hot, queries, starts, large.
/// It needs wrk for the load and nginx as a peer (on Debian: apt-get install nginx-core wrk), and says what it skips.
/// </summary>
internal sealed class DeliveryVerbs(string[] parts, string work)
{
    private readonly Report report = new();

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["bare", var address, var file, var type, var etag])
        {
            await BareKestrel.RunAsync(address, new(file, type, etag));
            return 0;
        }

        var work = Directory.CreateTempSubdirectory("kap-benchmark-").FullName;
        var verbs = new DeliveryVerbs(args.Length > 0 ? args : ["hot", "queries", "starts", "large"], work);
        try
        {
            await verbs.MeasureAsync();
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        verbs.report.PrintAll();
        if (args.Length == 0)
        {
            NumbersImage.Save(NumbersImage.InReadme(), verbs.report.Numbers, TimeProvider.System.GetUtcNow());
        }

        return 0;
    }

    private async Task MeasureAsync()
    {
        var starts = parts.Contains("starts") ? new Starts(await Published.MakeAsync(work), report) : null;
        if (parts.Contains("queries"))
        {
            await new Queries(work, report).MeasureAsync();
        }

        if (parts.Contains("hot") || parts.Contains("starts"))
        {
            await using var site = await SmallSite.StartAsync(work);
            await MeasureSmallAsync(site, starts);
        }

        if (parts.Contains("large") || parts.Contains("starts"))
        {
            await using var site = await LargeSite.MakeAsync(work);
            await MeasureLargeAsync(site, starts);
        }
    }

    private async Task MeasureSmallAsync(SmallSite site, Starts? starts)
    {
        if (parts.Contains("hot") && Tool.IsThere("wrk"))
        {
            await new HotAnswers(work, report).MeasureAsync(site);
            await new Allocation(report).MeasureAsync(site);
        }
        else if (parts.Contains("hot"))
        {
            report.Skipped("everything about hot answers", "there is no wrk");
        }

        if (starts is not null)
        {
            await starts.MeasureAsync("start to ready over a bare host, 100 posts", site.ConnectionString, 0.5);
        }
    }

    private async Task MeasureLargeAsync(LargeSite site, Starts? starts)
    {
        if (starts is not null)
        {
            await starts.MeasureAsync("start to ready over a bare host, 100,000 posts", site.ConnectionString, 3);
        }

        if (parts.Contains("large"))
        {
            await new LargeSiteRows(report).MeasureAsync(site);
        }
    }
}
