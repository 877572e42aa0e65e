using AngleSharp.Html.Parser;
using KapFunctions.Content.Placeholders;

namespace KapFunctions.Content.Tests.Placeholders;

/// <summary>What leaves the house is right wherever it is shown.</summary>
public sealed class AbsoluteAddressesTests
{
    private static readonly Uri Page = new("https://example.org/blog/a-post/");
    private static readonly string[] Held = ["href", "src", "poster", "cite"];

    [Theory]
    [InlineData("[a](/contact/)", "href=\"https://example.org/contact/\"")]
    [InlineData("[a](?x=1&y=2)", "href=\"https://example.org/blog/a-post/?x=1&amp;y=2\"")]
    [InlineData("<a href=\"/raw/\">raw</a>", "href=\"https://example.org/raw/\"")]
    [InlineData("<a href=\"//cdn.example/x\">raw</a>", "href=\"https://cdn.example/x\"")]
    [InlineData("![x](/static/x.png)", "src=\"https://example.org/static/x.png\"")]
    [InlineData("[a](#part)", "href=\"#part\"")]
    [InlineData("[a](/b/?c#d)", "href=\"https://example.org/b/?c#d\"")]
    [InlineData("[a](https://other.example/ä?ö#ü)", "href=\"https://other.example/")]
    [InlineData("[a](mailto:a@example.org)", "href=\"mailto:a@example.org\"")]
    [InlineData("[a](/caf%C3%A9/ \"src=x href=y\")", "title=\"src=x href=y\"")]
    [InlineData("<blockquote cite=\"/said/\">x</blockquote>", "cite=\"https://example.org/said/\"")]
    [InlineData("<video poster=\"/p.png\" src=\"/v.mp4\"></video>", "poster=\"https://example.org/p.png\"")]
    [InlineData(
        "<img src=\"/a.png\" srcset=\"/a.png 1x, /b.png?x=1&amp;y=2 2x\" alt=\"\">",
        "srcset=\"https://example.org/a.png 1x, https://example.org/b.png?x=1&amp;y=2 2x\""
    )]
    public void An_address_is_what_a_browser_makes_of_it_on_the_post_s_page(string markdown, string holds) =>
        Assert.Contains(holds, Absolute(Given.Html(markdown)), StringComparison.Ordinal);

    [Fact]
    public void No_relative_address_leaves_and_nothing_else_changes()
    {
        var random = new Random(17);
        for (var i = 0; i < 2_000; i++)
        {
            var body = PlaceholderFiller.Fill(
                Given.Html(Text(random)),
                _ => new("/there/?v=1", 10, 10, "/s.png?w=1 1w")
            );
            var absolute = Absolute(body);

            Assert.All(AddressesIn(absolute), address => Assert.Matches("^(#|[a-z][a-z0-9+.-]*:)", address));
            Assert.Equal(TextOf(body), TextOf(absolute));
            Assert.Equal(AddressesIn(body).Select(Resolved), AddressesIn(absolute).Select(Resolved));
            Assert.Equal(absolute, Absolute(absolute));
        }
    }

    [Fact]
    public void A_body_of_a_hundred_thousand_links_or_quotes_takes_no_time()
    {
        foreach (
            var piece in (string[])
                ["<a href=\"/x/\">x</a>", "\"\"", "=\"", "<img srcset=\"" + new string(',', 50) + "\">"]
        )
        {
            var body = string.Concat(Enumerable.Repeat(piece, 100_000));
            var watch = ThreadClock.Start();

            Absolute(body);

            Assert.InRange(watch.Elapsed.TotalSeconds, 0, 2);
        }
    }

    private static string Absolute(string html) => AbsoluteAddresses.In(html, Page);

    private static string Text(Random random)
    {
        string[] targets =
        [
            "/a/",
            "?x=1&y=<2>",
            "#b",
            "//cdn.example/c",
            "https://x.example/?d=\"",
            "e.md",
            "/f/?g=h#i",
            "mailto:j@x.example",
            "/k l/",
            "../m.md",
            "/ü/",
            "tel:1",
            "/media/n.png",
        ];
        string[] shapes =
        [
            "[t]({0})",
            "<a href=\"{0}\">t</a>",
            "![t]({0})",
            "<img src=\"{0}\" alt=\"src=&quot;/no/&quot;\">",
            "<blockquote cite=\"{0}\">t</blockquote>",
            "<img src=\"/q.png\" srcset=\"{0} 2x\" alt=\"\">",
            "`href=\"{0}\"`",
            "[t]({0} \"href='/no/'\")",
            "<video controls src=\"{0}\"></video>",
            "## {0}\n\n",
        ];
        return string.Join(
            ' ',
            Enumerable
                .Range(0, 6)
                .Select(_ =>
                    string.Format(null, shapes[random.Next(shapes.Length)], targets[random.Next(targets.Length)])
                )
        );
    }

    private static string TextOf(string html) => new HtmlParser().ParseDocument(html).Body!.TextContent;

    private static List<string> AddressesIn(string html) =>
        [
            .. new HtmlParser()
                .ParseDocument(html)
                .All.SelectMany(element => element.Attributes)
                .SelectMany(attribute =>
                    attribute.Name == "srcset" ? attribute.Value.Split(", ").Select(one => one.Split(' ')[0])
                    : Held.Contains(attribute.Name) ? [attribute.Value]
                    : Array.Empty<string>()
                ),
        ];

    private static string Resolved(string address) =>
        Uri.TryCreate(address, UriKind.Relative, out var relative)
            ? new Uri(Page, relative).AbsoluteUri
            : new Uri(address).AbsoluteUri;
}
