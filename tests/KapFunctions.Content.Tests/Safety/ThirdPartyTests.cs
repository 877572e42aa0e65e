using System.Text.RegularExpressions;
using KapFunctions.Content.Links;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Site;

namespace KapFunctions.Content.Tests.Safety;

/// <summary>Reading tells nobody but the site: players are cards, and what lies on other hosts is a link, until a reader clicks.</summary>
public sealed partial class ThirdPartyTests
{
    private static readonly RenderSettings Direct = new() { FramesAtOnce = true, ShowsForeignPictures = true };
    private static readonly RenderSettings AtHome = new() { OwnHosts = ["example.org", "example.org:8443"] };

    private static readonly string[] Players =
    [
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42s",
        "https://youtu.be/dQw4w9WgXcQ?list=PLFgquLnL59alCl_2TQvOiD5Vgm1hCaGSI",
        "https://www.youtube.com/embed/dQw4w9WgXcQ?start=1&end=9",
        "https://www.youtube.com/playlist?list=PLFgquLnL59alCl_2TQvOiD5Vgm1hCaGSI",
        "https://vimeo.com/76979871/8272103f6e#t=1m30s",
        "https://player.vimeo.com/video/76979871?h=8272103f6e",
        "https://open.spotify.com/intl-de/episode/7makk4oTQel546B0PZlDM5?t=90",
        "https://podcasts.apple.com/podcast/the-daily/id1200361736?i=1000650000000",
        "https://soundcloud.com/forss/flickermood?secret_token=s-abc123",
        "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/soundcloud%253Atracks%253A293",
    ];

    public static TheoryData<string> PlayerAddresses() => new(Players);

    [Theory]
    [MemberData(nameof(PlayerAddresses))]
    public void A_player_is_a_card_wherever_it_stands(string address)
    {
        var frame = Embed.Of(address)!.Frame.Replace("&", "&amp;", StringComparison.Ordinal);
        foreach (
            var place in (string[])
                [
                    "{0}",
                    "<{0}>",
                    "Listen:\n{0}\nand go on.",
                    "- {0}\n- another",
                    "> {0}",
                    "<div>\n\n{0}\n\n</div>",
                    "<iframe src=\"{0}\"></iframe>",
                    "<p>Before <iframe src='{0}' width=560 allowfullscreen></iframe> behind</p>",
                    "<figure class=\"kg-card\"><iframe title=\"A talk\" src=\"{0}\"></iframe></figure>",
                ]
        )
        {
            var html = Given.Html(place.Replace("{0}", address, StringComparison.Ordinal));

            SafeHtml.Check(html);
            Assert.Contains($"data-frame=\"{frame}\"", html, StringComparison.Ordinal);
            Assert.Single(Regex.Matches(html, "data-frame"));
        }
    }

    [Theory]
    [MemberData(nameof(PlayerAddresses))]
    public void What_a_card_names_is_what_the_frame_s_own_address_gives(string address)
    {
        var embed = Embed.Of(address)!;

        Assert.Equal(embed.Frame, Embed.Of(embed.Frame)?.Frame);
        Assert.Contains(new Uri(embed.Frame).Host, FrameHosts.All);
        Assert.Equal(embed.Frame.Split('#')[0], Embed.Of(embed.Page)?.Frame.Split('#')[0]);
    }

    [Theory]
    [InlineData("https://www.youtube.com.evil.example/embed/dQw4w9WgXcQ")]
    [InlineData("https://www.youtube-nocookie.com.evil.example/embed/dQw4w9WgXcQ")]
    [InlineData("https://evil-youtube.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://youtube.com@evil.example/embed/dQw4w9WgXcQ")]
    [InlineData("https://evil.example/#https://www.youtube.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://evil.example\\@www.youtube.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://www.youtub\u0435.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com./embed/dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com:8443/embed/dQw4w9WgXcQ")]
    [InlineData("https://wwwyoutube.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://player.vimeo.co/video/76979871")]
    [InlineData("https://player-vimeo.com/video/76979871")]
    [InlineData("https://open.spotify.com.example/embed/episode/7makk4oTQel546B0PZlDM5")]
    [InlineData("https://embed.podcasts.apple.com.example/us/podcast/a/id1200361736")]
    [InlineData("https://w.soundcloud.com.example/player/?url=https%3A//soundcloud.com/forss/flickermood")]
    [InlineData("https://w.soundcloud.com/player/?url=https%3A//soundcloud.com.example/forss/flickermood")]
    [InlineData("//www.youtube.com.evil.example/embed/dQw4w9WgXcQ")]
    [InlineData("ftp://www.youtube.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/redirect?q=https://evil.example")]
    public void A_frame_of_a_lookalike_is_a_link_at_most(string address)
    {
        foreach (
            var place in (string[])
                [
                    "<iframe src=\"{0}\"></iframe>",
                    "<p>Text <iframe src='{0}'></iframe></p>",
                    "{0}",
                    "<figure class=\"embed embed-youtube\"><a href=\"https://youtu.be/dQw4w9WgXcQ\" data-frame=\"{0}\">A talk</a></figure>",
                    "[A talk](https://youtu.be/dQw4w9WgXcQ){data-frame=\"{0}\"}",
                    "<figure class=\"embed\" data-frame=\"{0}\"><iframe src=\"{0}\"></iframe></figure>",
                ]
        )
        {
            var text = place.Replace("{0}", address, StringComparison.Ordinal);
            foreach (var settings in (RenderSettings[])[new(), Direct])
            {
                var html = Given.Post(text, settings: settings).Body.Html;

                Assert.DoesNotContain("<iframe", html, StringComparison.Ordinal);
                Assert.DoesNotContain(" data-frame", html, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("![A lake](https://evil.example/a.png)")]
    [InlineData("![A lake](//evil.example/a.png)")]
    [InlineData("![A lake](\\\\\\\\evil.example/a.png)")]
    [InlineData("![A lake](HTTPS:evil.example/a.png)")]
    [InlineData("![A lake][1]\n\n[1]: https://evil.example/a.png")]
    [InlineData("![A lake](https://evil.example/a.png \"In winter\")")]
    [InlineData("![A talk](https://evil.example/a.mp3)")]
    [InlineData("![A film](https://evil.example/a.mp4)")]
    [InlineData("https://evil.example/a.mp3")]
    [InlineData("- https://evil.example/a.mp4")]
    [InlineData("<img src=\"https://evil.example/a.png\" alt=\"A lake\">")]
    [InlineData("<img src=\"///evil.example/a.png\">")]
    [InlineData("<img src=\"/\\evil.example/a.png\">")]
    [InlineData("<img src=\"\n//evil.example/a.png\">")]
    [InlineData("<img src=\"/\t/evil.example/a.png\">")]
    [InlineData("<img src=\"https:evil.example/a.png\">")]
    [InlineData("<img src=\"https:/evil.example/a.png\">")]
    [InlineData("<img src=\"/media/a.png\" srcset=\"https://evil.example/b.png 2x\" alt=\"\">")]
    [InlineData("<img src=\"/media/a.png\" srcset=\"/b 1x, //evil.example/b.png 2x\" alt=\"\">")]
    [InlineData("<img src=\"/media/a.png\" srcset=\"/\\evil.example/b.png 2x\" alt=\"\">")]
    [InlineData("<picture><source srcset=\"https://evil.example/b.png\"><img src=\"/media/a.png\" alt=\"\"></picture>")]
    [InlineData("<picture><source src=\"/a\" srcset=\"//evil.example/b\"><img src=\"//evil.example/a\"></picture>")]
    [InlineData("<video poster=\"https://evil.example/a.png\" src=\"/media/a.mp4\"></video>")]
    [InlineData("<video src=\"https://evil.example/a.mp4\" controls preload=\"auto\">A film</video>")]
    [InlineData("<video><source src=\"https://evil.example/a.mp4\"><source src=\"/media/a.webm\"></video>")]
    [InlineData("<video src=\"/media/a.mp4\"><track src=\"https://evil.example/a.vtt\" default></video>")]
    [InlineData("<audio autoplay><source src=\"https://evil.example/a.ogg\"></audio>")]
    [InlineData("<input type=\"image\" src=\"https://evil.example/a.png\">")]
    [InlineData("<input type=\"checkbox\" src=\"https://evil.example/a.png\">")]
    [InlineData("<body background=\"https://evil.example/a.png\">")]
    [InlineData("<table background=\"https://evil.example/a.png\"><tr><td>x</td></tr></table>")]
    [InlineData("<p style=\"background:url(https://evil.example/a.png)\">x</p>")]
    [InlineData("<svg><image href=\"https://evil.example/a.png\"/></svg>")]
    [InlineData("<link rel=\"preload\" href=\"https://evil.example/a.png\" as=\"image\">")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example/\">")]
    [InlineData("<object data=\"https://evil.example/a.swf\"><embed src=\"https://evil.example/a.swf\"></object>")]
    [InlineData("<a href=\"https://evil.example/\"><img src=\"https://evil.example/a.png\"></a>")]
    [InlineData("<a href=\"https://evil.example/\">\n\n![A lake](https://evil.example/a.png)\n\n</a>")]
    [InlineData("<noscript><img src=\"https://evil.example/a.png\"></noscript>")]
    [InlineData("<picture>![A lake](https://evil.example/a.png)</picture>")]
    public void What_lies_on_another_host_is_not_asked_for(string markdown)
    {
        foreach (var place in (string[])["{0}", "> {0}", "<div>\n\n{0}\n\n</div>", "Text {0} text."])
        {
            SafeHtml.Check(Given.Html(place.Replace("{0}", markdown, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void An_editor_is_told_at_the_line_which_picture_readers_do_not_see()
    {
        var result = Given.Rendered(
            """
            ---
            image: https://example.org/head.png
            ---
            # Lakes

            ![A lake](https://example.org/lake.png)

            <p>More <img src="https://example.org/hill.png" alt="A hill"></p>
            """
        );

        Assert.Equal(
            [
                ("foreign-picture", Severity.Hint, 2),
                ("foreign-picture", Severity.Hint, 6),
                ("foreign-picture", Severity.Hint, 8),
            ],
            result.Problems.Select(problem => (problem.Code, problem.Severity, problem.Line))
        );
        Assert.Equal("https://example.org/head.png", result.Post!.Metadata.FeatureImage);
    }

    [Fact]
    public void A_link_keeps_its_target_when_the_picture_in_it_becomes_words()
    {
        const string Linked = "<a href=\"https://example.org/project\" rel=\"external noopener\">A badge</a>";

        Assert.Contains(
            Linked,
            Given.Html("[![A badge](https://example.org/badge.svg)](https://example.org/project)"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            Linked,
            Given.Html(
                "<a href=\"https://example.org/project\"><img src=\"https://example.org/b.svg\" alt=\"A badge\"></a>"
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            Linked,
            Given.Html("<a href=\"https://example.org/project\">![A badge](https://example.org/b.svg)</a>"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("https://example.org/media/a.png", true)]
    [InlineData("https://EXAMPLE.org/a.png", true)]
    [InlineData("https://example.org:8443/a.png", true)]
    [InlineData("https://example.org.evil.example/a.png", false)]
    [InlineData("https://example.org@evil.example/a.png", false)]
    [InlineData("https://www.example.org/a.png", false)]
    [InlineData("https://example.org:9/a.png", false)]
    [InlineData("https:example.org/a.png", false)]
    [InlineData("https:evil.example//example.org/a.png", false)]
    [InlineData("https:///example.org//example.org/a.png", false)]
    public void The_site_s_own_address_is_no_other_host(string address, bool isShown)
    {
        foreach (var markdown in (string[])[$"![A lake]({address})", $"<img src=\"{address}\" alt=\"A lake\">"])
        {
            var result = Given.Rendered("# A lake\n\n" + markdown, settings: AtHome);

            Assert.Equal(isShown, result.Post!.Body.Html.Contains("<img", StringComparison.Ordinal));
            Assert.Equal(isShown, result.Problems.Count == 0);
        }
    }

    [Fact]
    public void A_site_that_wants_it_so_has_frames_and_pictures_at_once()
    {
        var html = Given
            .Post(
                "https://youtu.be/dQw4w9WgXcQ\n\n<div>\n\nhttps://vimeo.com/76979871\n\n</div>\n\n"
                    + "<iframe src=\"https://open.spotify.com/embed/episode/7makk4oTQel546B0PZlDM5\"></iframe>\n\n"
                    + "![A lake](https://example.org/lake.png)\n",
                settings: Direct
            )
            .Body.Html;

        Assert.Equal(
            ["www.youtube-nocookie.com", "player.vimeo.com", "open.spotify.com"],
            FrameSource().Matches(html).Select(frame => new Uri(frame.Groups["src"].Value).Host)
        );
        Assert.Equal(3, Regex.Count(html, " sandbox=\"allow-scripts"));
        Assert.Equal(3, Regex.Count(html, "<figure class=\"embed"));
        Assert.Contains("<img src=\"https://example.org/lake.png\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-frame", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Text with a [way](https://example.org/a.png) and ![a picture](../media/a.png).",
        RenderDependencies.None
    )]
    [InlineData("https://youtu.be/dQw4w9WgXcQ", RenderDependencies.Embeds)]
    [InlineData("<iframe src=\"https://youtu.be/dQw4w9WgXcQ\"></iframe>", RenderDependencies.Embeds)]
    [InlineData("![A lake](https://example.org/lake.png)", RenderDependencies.ForeignPictures)]
    [InlineData("<video src=\"https://example.org/a.mp4\"></video>", RenderDependencies.ForeignPictures)]
    public void Only_what_a_setting_changes_is_rendered_again_with_it(string markdown, RenderDependencies used)
    {
        var uses = Given.Rendered($"---\nlang: en\n---\n{markdown}").Uses;

        // A text that names its language stands where the site has it.
        Assert.Equal(used | RenderDependencies.Languages | RenderDependencies.Translations, uses);
        Assert.Equal(
            used == RenderDependencies.None,
            new RenderSettings().FingerprintOf(uses) == Direct.FingerprintOf(uses)
        );
        Assert.Equal(
            used != RenderDependencies.ForeignPictures,
            new RenderSettings().FingerprintOf(uses) == AtHome.FingerprintOf(uses)
        );
    }

    [Fact]
    public void A_site_says_what_its_readers_load_and_where_it_is_at_home()
    {
        var site = SiteParser.Parse(
            Given.File(
                "title: A\nurl: https://müller.example:8443/\nembeds: direct\nforeign_pictures: maybe\nlogo: https://example.org/logo.png",
                SiteSettings.Path
            )
        );

        Assert.True(site.Settings!.Rendering.FramesAtOnce);
        Assert.False(site.Settings.Rendering.ShowsForeignPictures);
        Assert.Equal(["müller.example:8443", "xn--mller-kva.example:8443"], site.Settings.Rendering.OwnHosts);
        Assert.Equal(
            [("site-value", 4), ("foreign-picture", 5)],
            site.Problems.Select(problem => (problem.Code, problem.Line))
        );
    }

    [GeneratedRegex("<iframe src=\"(?<src>[^\"]+)\"")]
    private static partial Regex FrameSource();
}
