using KapFunctions.Delivery.Benchmarks;
using KapFunctions.Delivery.Benchmarks.Peers;
using KapFunctions.Delivery.Benchmarks.Rows;

if (args is ["bare", var address, var file, var type, var etag])
{
    await BareKestrel.RunAsync(address, new(file, type, etag));
    return;
}

var work = Directory.CreateTempSubdirectory("kap-benchmark-").FullName;
var report = new Report();
await using (var site = await SmallSite.StartAsync(work))
{
    await new HotAnswers(work, report).MeasureAsync(site);
}
