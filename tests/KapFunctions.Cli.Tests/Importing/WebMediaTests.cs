using System.Net;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Cli.Tests.Importing;

/// <summary>Pictures that an export only names, from the site that it came from.</summary>
public sealed class WebMediaTests : IDisposable
{
    private readonly Desk desk = new();
    private readonly OldSite site = new() { Answers = { ["/wp-content/uploads/2024/a.png"] = ("image/png", "png") } };

    [Fact]
    public async Task Pictures_are_fetched_and_what_is_gone_is_told()
    {
        desk.Write("wp.xml", Export());

        var typed = await desk.TypeAsync(
            "import",
            "wordpress",
            "wp.xml",
            "--out",
            "new",
            "--media",
            site.Address,
            "--private"
        );

        Assert.Equal(("", 0), (typed.Errors, typed.Code));
        Assert.Equal(["2024/a.png"], desk.Files("new/media"));
        Assert.Contains("![A](/media/2024/a.png)", desk.Read("new/posts/a.md"));
        Assert.Single(
            typed.About(
                $"note media: could not be fetched: {site.Address}/wp-content/uploads/2024/gone.png (was answered with 404)"
            )
        );
    }

    [Fact]
    public async Task A_slow_site_costs_the_text_nothing()
    {
        desk.Write("wp.xml", Export());
        site.Busy["/wp-content/uploads/2024/a.png"] = (Times: 2, Seconds: 1);

        await desk.TypeAsync("import", "wordpress", "wp.xml", "--out", "new", "--media", site.Address, "--private");

        Assert.Contains("![A](/media/2024/a.png)", desk.Read("new/posts/a.md"));
    }

    [Fact]
    public async Task Nobody_is_led_into_a_private_network()
    {
        desk.Write("wp.xml", Export());

        var typed = await desk.TypeAsync("import", "wordpress", "wp.xml", "--out", "new", "--media", site.Address);

        Assert.False(Directory.Exists(desk.PathOf("new/media")));
        Assert.Contains(
            typed.About("note media: could not be fetched"),
            note => note.Contains("private network", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Who_redirects_into_a_private_network_is_refused()
    {
        // This machine stands for the public web, its other address for what is none of it.
        var inner = IPAddress.Parse("127.0.0.2");
        site.Redirects["/post"] = $"http://{inner}:1/latest/meta-data/";
        site.Answers["/page"] = ("text/html", "A page.");
        using var client = new PoliteClient(TimeSpan.Zero, inner.Equals);

        var refused = Assert.Throws<HttpRequestException>(() => Status("/post"));

        Assert.Contains("127.0.0.2 is an address of a private network", refused.ToString(), StringComparison.Ordinal);
        Assert.Equal(200, Status("/page"));

        int Status(string path) =>
            client.Get(
                new(site.Address + path),
                (answer, _, _) => Task.FromResult((int)answer.StatusCode),
                CancellationToken.None
            );
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:192.168.0.1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("93.184.216.34", false)]
    [InlineData("2606:2800:220:1::1", false)]
    public void Addresses_of_private_networks_are_known(string address, bool isPrivate) =>
        Assert.Equal(isPrivate, PublicAddresses.IsPrivate(IPAddress.Parse(address)));

    public void Dispose()
    {
        site.Dispose();
        desk.Dispose();
    }

    private string Export() =>
        $"""
            <rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
            <item><title>a</title><content:encoded><![CDATA[<p><img src="{site.Address}/wp-content/uploads/2024/a-300x200.png" alt="A"> <img src="{site.Address}/wp-content/uploads/2024/gone.png" alt="G"></p>]]></content:encoded>
            <wp:post_name>a</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>
            """;
}
