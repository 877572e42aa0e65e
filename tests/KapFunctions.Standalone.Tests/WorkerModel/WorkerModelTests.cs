using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Tests.WorkerModel;

public sealed class WorkerModelTests
{
    /// <summary>
    /// The list holds the part of the official packages' surface that functions may use, so that what compiles here
    /// compiles there: https://github.com/Azure/azure-functions-dotnet-worker
    /// </summary>
    [Fact]
    public void The_stand_ins_offer_what_the_official_worker_offers_and_no_more()
    {
        var lines = typeof(FunctionAttribute)
            .Assembly.GetExportedTypes()
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .SelectMany(Surface.Of);

        Assert.Equal(Surface.Official, lines);
    }

    [Fact]
    public void All_stand_ins_live_in_the_namespace_of_the_official_worker() =>
        Assert.All(
            typeof(FunctionAttribute).Assembly.GetExportedTypes(),
            type => Assert.Equal("Microsoft.Azure.Functions.Worker", type.Namespace)
        );
}
