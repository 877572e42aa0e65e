using System.Net;
using System.Text;
using System.Text.Json;
using KapFunctions.Editor.Pasting;
using KapFunctions.Http;
using KapFunctions.Storage.Keys;
using KapFunctions.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Tests.Editor;

/// <summary>Pictures of other hosts come by way of the server, which asks the public internet alone and believes no host.</summary>
public sealed class ForeignPictureTests : IAsyncLifetime
{
    private static readonly byte[] Picture = TestPicture.Png(4, 3);

    private WebApplication host = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        host = builder.Build();
        host.MapGet("/lake.png", () => Results.Bytes(Picture, "text/html"));
        host.MapGet("/moved", () => Results.Redirect("/lake.png"));
        host.MapGet("/round", () => Results.Redirect("/round"));
        host.MapGet("/page", () => Results.Text("<svg onload='alert(1)'/>", "image/png"));
        host.MapGet("/large", context => SendAsync(context, isLengthTold: true));
        host.MapGet("/endless", context => SendAsync(context, isLengthTold: false));
        host.MapGet("/slow", () => Task.Delay(TimeSpan.FromSeconds(20)));
        await host.StartAsync();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("/lake.png")]
    [InlineData("/moved")]
    public async Task An_author_gets_a_picture_as_data_whatever_its_host_calls_it(string path)
    {
        await using var site = await NearSiteAsync();
        var author = await site.MakeKeyAsync(Role.Author);

        using var reply = await FetchAsync(site, host.Urls.Single() + path, author);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("image/png", reply.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", reply.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", reply.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(Picture, await reply.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/none", 422, "answers 404")]
    [InlineData("/page", 422, "JPEG, PNG, GIF, WebP")]
    [InlineData("/round", 422, "leads on and on")]
    [InlineData("/slow", 422, "in time")]
    [InlineData("/large", 413, "25 MiB")]
    [InlineData("/endless", 413, "25 MiB")]
    public async Task What_is_no_picture_is_refused_with_a_sentence(string path, int status, string words)
    {
        await using var site = await NearSiteAsync();

        using var reply = await FetchAsync(site, host.Urls.Single() + path);

        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Contains(words, await reply.Content.ReadAsStringAsync());
    }

    /// <summary>As a site runs: by https alone, and never this network, whatever a name resolves to.</summary>
    [Fact]
    public async Task Neither_this_network_nor_another_way_than_https_is_asked()
    {
        await using var site = await TestSite.StartAsync();
        foreach (
            var address in new[]
            {
                host.Urls.Single() + "/lake.png",
                "https://127.0.0.1/lake.png",
                "https://localhost/lake.png",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/a.png",
            }
        )
        {
            using var reply = await FetchAsync(site, address);
            Assert.Equal(422, (int)reply.StatusCode);
        }

        foreach (var address in new[] { "file:///etc/passwd", "data:image/png;base64,AA", "lake.png", "" })
        {
            using var reply = await FetchAsync(site, address);
            Assert.Equal(400, (int)reply.StatusCode);
        }
    }

    private static Task<TestSite> NearSiteAsync() =>
        TestSite.StartAsync(configure: services => services.AddSingleton(_ => new ForeignPictures(allowPrivate: true)));

    private static async Task<HttpResponseMessage> FetchAsync(
        TestSite site,
        string url,
        string key = TestSite.FunctionKey
    )
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, "/api/editor/picture"))
        {
            Content = new StringContent(JsonSerializer.Serialize(new { url }), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("x-functions-key", key);
        return await http.SendAsync(request);
    }

    private static async Task SendAsync(HttpContext context, bool isLengthTold)
    {
        const int Length = 30 << 20;
        context.Response.ContentLength = isLengthTold ? Length : null;
        var part = new byte[1 << 20];
        Picture.CopyTo(part, 0);
        for (var sent = 0; sent < Length; sent += part.Length)
        {
            await context.Response.Body.WriteAsync(part, context.RequestAborted);
        }
    }
}
