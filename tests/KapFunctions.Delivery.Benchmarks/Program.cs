using KapFunctions.Delivery.Benchmarks;
using KapFunctions.Delivery.Benchmarks.Peers;
using KapFunctions.Delivery.Benchmarks.Rows;

// What delivery promises, measured on this machine and drawn as docs/images/numbers.svg (about seven minutes):
//   dotnet run -c Release --project tests/KapFunctions.Delivery.Benchmarks
// One part of it, printed only: behind it -- and one of hot, queries, starts, large.
// It needs wrk for the load and nginx as a peer (on Debian: apt-get install nginx-core wrk), and says what it skips.
if (args is ["bare", var address, var file, var type, var etag])
{
    await BareKestrel.RunAsync(address, new(file, type, etag));
    return;
}

string[] parts = args.Length > 0 ? args : ["hot", "queries", "starts", "large"];
var work = Directory.CreateTempSubdirectory("kap-benchmark-").FullName;
var report = new Report();
try
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
finally
{
    Directory.Delete(work, recursive: true);
}

report.PrintAll();
if (args.Length == 0)
{
    NumbersImage.Save(NumbersImage.InReadme(), report.Numbers, TimeProvider.System.GetUtcNow());
}

async Task MeasureSmallAsync(SmallSite site, Starts? starts)
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

async Task MeasureLargeAsync(LargeSite site, Starts? starts)
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
