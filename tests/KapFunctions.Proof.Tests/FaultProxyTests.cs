using System.Net;
using KapFunctions.Testing.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Proof.Tests;

public sealed class FaultProxyTests : IAsyncLifetime
{
    private readonly HttpClient client = new();
    private WebApplication target = null!;
    private FaultProxy proxy = null!;
    private int writes;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        target = builder.Build();
        target.Run(async context =>
        {
            Interlocked.Increment(ref writes);
            await context.Request.Body.CopyToAsync(context.Response.Body);
        });
        await target.StartAsync();
        proxy = await FaultProxy.StartAsync(new(target.Urls.Single()));
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await proxy.DisposeAsync();
        await target.DisposeAsync();
    }

    [Fact]
    public async Task A_calm_proxy_hands_on_the_call_and_remembers_its_escaped_path()
    {
        Assert.Equal("hello", await (await PutAsync("hello")).Content.ReadAsStringAsync());
        Assert.Equal(new StorageCall(1, "PUT", "/a%2Fb?c=d"), Assert.Single(proxy.Calls));
    }

    [Theory]
    [InlineData(Fault.Unavailable, HttpStatusCode.ServiceUnavailable)]
    [InlineData(Fault.ServerError, HttpStatusCode.InternalServerError)]
    public async Task An_error_status_reaches_the_caller_and_not_the_storage(Fault fault, HttpStatusCode status)
    {
        proxy.Plan = new(seed: 1, rate: 1, fault);
        Assert.Equal(status, (await PutAsync("hello")).StatusCode);
        Assert.Equal(0, writes);
    }

    [Theory]
    [InlineData(Fault.Reset, 0)]
    [InlineData(Fault.DropReply, 1)]
    [InlineData(Fault.PartialBody, 1)]
    public async Task A_cut_connection_fails_the_caller_whether_or_not_the_write_was_done(Fault fault, int done)
    {
        proxy.Plan = new(seed: 1, rate: 1, fault);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => PutAsync("hello"));
        Assert.Equal(done, writes);
    }

    private Task<HttpResponseMessage> PutAsync(string body) =>
        client.PutAsync(new Uri(proxy.Address, "/a%2Fb?c=d"), new StringContent(body));
}
