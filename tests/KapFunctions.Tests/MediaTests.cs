using System.Net;
using KapFunctions.Pictures;
using KapFunctions.Testing;
using SkiaSharp;

namespace KapFunctions.Tests;

/// <summary>Pictures keep their room on a page, come in the width that fits, and say nothing that they should not.</summary>
public sealed class MediaTests
{
    private const string Immutable = "public, max-age=31536000, immutable";

    // What stands in for a form that is being made.
    private const string Brief = "public, max-age=0, s-maxage=10";

    [Fact]
    public async Task A_page_keeps_the_room_of_its_pictures_and_offers_each_in_the_widths_that_fit()
    {
        await using var site = await StartAsync("picture.jpg", TestPicture.Jpeg(1000, 500));

        var html = (await site.WaitAsync("/api/posts/a/html", Has("width=\"1000\""))).Body;
        var page = await site.WaitAsync("/a/", Has("srcset="));

        Assert.Matches(
            """<img src="[^"?]+/media/picture.jpg\?v=[0-9a-f]{12}" width="1000" height="500" srcset="[^"]+" sizes="[^"]+" alt="Seen" loading="lazy">""",
            html
        );
        Assert.Matches("width=320 320w, .*width=640 640w, .*width=960 960w, .*width=1280 1000w\"", html);
        Assert.DoesNotContain("width=1920", html);
        Assert.Matches(
            """<img src="/media/picture.jpg\?v=[0-9a-f]{12}" width="1000" height="500" srcset=""",
            page.Body
        );
    }

    [Theory]
    [InlineData(320, 320, 160)]
    [InlineData(640, 640, 320)]
    [InlineData(1920, 1000, 500)]
    public async Task A_smaller_form_is_made_once_and_never_larger_than_the_picture(int asked, int width, int height)
    {
        await using var site = await StartAsync("picture.png", TestPicture.Png(1000, 500));
        await site.WaitAsync("/api/posts/a/html", Has("width=\"1000\""));

        // The smallest is made last.
        await WaitForFormAsync(site, "/media/picture.png?width=320", 320);
        var first = await WaitForFormAsync(site, $"/media/picture.png?width={asked}", width);
        var kept = await VariantsAsync(site);
        var asking = Enumerable.Range(0, 8).Select(_ => site.GetBytesAsync($"/media/picture.png?width={asked}"));
        var answers = await Task.WhenAll(asking);

        Assert.Equal((width, height), SizeOf(first));
        Assert.All(answers, answer => Assert.Equal(first, answer.Bytes));
        Assert.Equal(4, kept.Count);
        Assert.Equal(kept, await VariantsAsync(site));
    }

    [Fact]
    public async Task While_a_smaller_form_is_not_there_a_larger_one_stands_in_or_the_picture_without_its_notes()
    {
        await using var site = await StartAsync("picture.jpg", TestPicture.SidewaysJpeg(1000, 500));
        await site.WaitAsync("/api/posts/a/html", Has("width=\"500\""));
        await WaitForFormAsync(site, "/media/picture.jpg?width=320", 320);
        var names = (await VariantsAsync(site)).Select(kept => kept.Split(' ')[0]).ToList();

        await site.Storage.Rendered.DeleteBlobAsync(names.Single(name => name.Contains("-320-")));
        var larger = await site.GetBytesAsync("/media/picture.jpg?width=320");
        await WaitForFormAsync(site, "/media/picture.jpg?width=320", 320);
        foreach (var name in names)
        {
            await site.Storage.Rendered.DeleteBlobAsync(name);
        }

        var whole = await site.GetBytesAsync("/media/picture.jpg?width=320");

        Assert.Equal(["variants/", "variants/"], names.Select(name => name[..9]));
        Assert.Equal((500, 1000), SizeOf(larger.Bytes));
        Assert.Equal("image/webp", larger.Reply.Headers["Content-Type"]);
        Assert.Equal(Brief, larger.Reply.Headers["Cache-Control"]);
        Assert.Equal("image/jpeg", whole.Reply.Headers["Content-Type"]);
        Assert.Equal(Brief, whole.Reply.Headers["Cache-Control"]);
        Assert.DoesNotContain(TestPicture.Secret, System.Text.Encoding.Latin1.GetString(whole.Bytes));
        await WaitForFormAsync(site, "/media/picture.jpg?width=320", 320);
    }

    [Fact]
    public async Task A_picture_that_is_replaced_while_it_is_asked_for_always_comes()
    {
        await using var site = await StartAsync("picture.jpg", TestPicture.SidewaysJpeg(400, 200));
        var named = await NamedAddressAsync(site, "width=\"200\"");
        using var ending = new CancellationTokenSource();
        var reading = new[] { "/media/picture.jpg", named, named + "&width=320" }.Select(address =>
            Task.Run(async () =>
            {
                var asked = 0;
                for (; !ending.IsCancellationRequested; asked++)
                {
                    var reply = await site.GetAsync(address);
                    Assert.Equal(200, reply.Status);
                    Assert.DoesNotContain(TestPicture.Secret, reply.Body);
                }

                return asked;
            })
        );
        var readers = Task.WhenAll(reading);

        for (var number = 0; number < 200; number++)
        {
            var next = TestPicture.SidewaysJpeg(300 + number, 200);
            await site.UploadAsync("media/picture.jpg", BinaryData.FromBytes(next));
        }

        await ending.CancelAsync();
        Assert.All(await readers, asked => Assert.True(asked > 20));
    }

    [Fact]
    public async Task Only_an_address_that_names_the_content_is_kept_for_good()
    {
        await using var site = await StartAsync("picture.jpg", TestPicture.Jpeg(400, 200));
        var first = await NamedAddressAsync(site, "width=\"400\"");

        Assert.Equal(Immutable, (await site.GetAsync(first)).Headers["Cache-Control"]);
        await WaitForFormAsync(site, first + "&width=320", 320);
        Assert.Equal(Immutable, (await site.GetAsync(first + "&width=320")).Headers["Cache-Control"]);
        Assert.NotEqual(Immutable, (await site.GetAsync("/media/picture.jpg")).Headers["Cache-Control"]);
        Assert.NotEqual(Immutable, (await site.GetAsync("/media/picture.jpg?v=0123456789ab")).Headers["Cache-Control"]);

        await site.UploadAsync("media/picture.jpg", BinaryData.FromBytes(TestPicture.Jpeg(600, 600)));
        var second = await NamedAddressAsync(site, "height=\"600\"");

        Assert.NotEqual(first, second);
        Assert.Equal(Immutable, (await site.GetAsync(second)).Headers["Cache-Control"]);
        Assert.NotEqual(Immutable, (await site.GetAsync(first)).Headers["Cache-Control"]);
        Assert.Equal((320, 320), SizeOf(await WaitForFormAsync(site, first + "&width=320", 320)));
    }

    [Theory]
    [InlineData("width=641")]
    [InlineData("width=")]
    [InlineData("width=-320")]
    [InlineData("width=99999999999999999999")]
    [InlineData("width=320&width=640")]
    [InlineData("width=%FF")]
    public async Task Another_width_is_refused_and_says_which_there_are(string query)
    {
        await using var site = await StartAsync("picture.jpg", TestPicture.Jpeg(1000, 500));

        var reply = await site.GetAsync("/media/picture.jpg?" + query);

        Assert.Equal(400, reply.Status);
        Assert.Contains("320, 640, 960, 1280, 1920", reply.Body);
    }

    [Fact]
    public async Task A_photograph_taken_sideways_stands_upright_and_does_not_tell_where_it_was_taken()
    {
        await using var site = await StartAsync("picture.jpg", TestPicture.SidewaysJpeg(1000, 500));

        await site.WaitAsync("/api/posts/a/html", Has("width=\"500\" height=\"1000\""));
        var scaled = await WaitForFormAsync(site, "/media/picture.jpg?width=320", 320);

        using var seen = SKBitmap.Decode(scaled);
        Assert.Equal((320, 640), (seen.Width, seen.Height));
        // The upper edge of the file, which is red, is the right edge of the picture.
        Assert.True(seen.GetPixel(300, 320) is { Red: > 200, Blue: < 60 });
        Assert.True(seen.GetPixel(20, 320) is { Red: < 60, Blue: > 200 });
        Assert.DoesNotContain(TestPicture.Secret, System.Text.Encoding.Latin1.GetString(scaled));
    }

    [Fact]
    public async Task A_picture_of_a_billion_pixels_is_not_decoded_and_comes_as_it_is_in_any_width()
    {
        var bomb = TestPicture.PngThatClaims(40_000, 30_000);
        await using var site = await StartAsync("bomb.png", bomb);

        var html = (await site.WaitAsync("/api/posts/a/html", Has("width=\"40000\" height=\"30000\""))).Body;
        var reply = await site.GetBytesAsync("/media/bomb.png?width=320");

        Assert.DoesNotContain("srcset", html);
        Assert.Equal((200, "image/png"), (reply.Reply.Status, reply.Reply.Headers["Content-Type"]));
        Assert.Equal(bomb, reply.Bytes);
    }

    [Fact]
    public async Task Of_a_damaged_picture_what_can_be_read_of_it_comes_in_any_width()
    {
        var whole = TestPicture.Jpeg(1000, 500);
        await using var site = await StartAsync("half.jpg", whole[..(whole.Length / 2)]);
        await site.WaitAsync("/api/posts/a/html", Has("width=\"1000\""));

        var remade = await site.GetBytesAsync("/media/half.jpg");
        var asked = await site.GetBytesAsync("/media/half.jpg?width=320");

        Assert.Equal((1000, 500), SizeOf(remade.Bytes));
        Assert.Equal((200, remade.Reply.Headers["ETag"]), (asked.Reply.Status, asked.Reply.Headers["ETag"]));
    }

    [Fact]
    public async Task Of_a_picture_that_is_broken_behind_its_header_no_form_is_made_and_it_comes_as_it_is()
    {
        var broken = TestPicture.PngThatClaims(1000, 500);
        await using var site = await StartAsync("broken.png", broken);
        await site.WaitAsync("/api/posts/a/html", Has("width=\"1000\""));

        var reply = await site.WaitAsync(
            "/media/broken.png?width=320",
            reply => reply.Headers["Cache-Control"] != Brief
        );

        Assert.Equal((200, "image/png"), (reply.Status, reply.Headers["Content-Type"]));
        Assert.Equal(broken, (await site.GetBytesAsync("/media/broken.png?width=320")).Bytes);
    }

    [Fact]
    public async Task What_moves_and_what_is_drawn_comes_as_it_is()
    {
        var gif = TestPicture.AnimatedGif();
        await using var site = await StartAsync("moving.gif", gif);
        await site.UploadAsync("media/drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        await site.WaitAsync("/api/posts/a/html", Has("width=\"1\" height=\"1\""));

        Assert.Equal(gif, (await site.GetBytesAsync("/media/moving.gif?width=320")).Bytes);
        var drawing = await site.WaitAsync("/media/drawing.svg?width=320", HttpStatusCode.OK);
        Assert.Equal("image/svg+xml", drawing.Headers["Content-Type"]);
        Assert.Equal(404, (await site.GetAsync("/media/none.jpg?width=320")).Status);
    }

    [Fact]
    public async Task A_photograph_that_moves_goes_on_moving_in_any_width()
    {
        var moving = TestPicture.AnimatedWebp(800, 400);
        await using var site = await StartAsync("moving.webp", moving);
        await site.WaitAsync("/api/posts/a/html", Has("width=\"800\" height=\"400\""));

        var reply = await site.GetBytesAsync("/media/moving.webp?width=320");

        using var codec = SKCodec.Create(new MemoryStream(reply.Bytes));
        Assert.Equal((200, 2), (reply.Reply.Status, codec.FrameCount));
    }

    [Theory]
    [InlineData(false, 800, 400)]
    [InlineData(true, 800, 400)]
    [InlineData(true, 12_000, 8_400)]
    [InlineData(false, 12_000, 8_400)]
    public async Task A_photograph_for_printers_and_one_of_a_hundred_megapixels_come_smaller_and_in_their_colour(
        bool isForPrinters,
        int width,
        int height
    )
    {
        var picture = isForPrinters ? FlatJpeg.Cmyk(width, height) : FlatJpeg.Red(width, height);
        await using var site = await StartAsync("picture.jpg", picture);
        await site.WaitAsync("/api/posts/a/html", Has($"width=\"{width}\" height=\"{height}\""));

        var scaled = await WaitForFormAsync(site, "/media/picture.jpg?width=320", 320);

        using var seen = SKBitmap.Decode(scaled);
        Assert.True(seen.GetPixel(160, 80) is { Red: > 200, Green: < 60, Blue: < 60 });
    }

    [Fact]
    public async Task Of_a_graphic_that_was_cut_off_what_there_is_of_it_comes_and_its_author_is_told()
    {
        var whole = TestPicture.Png(1000, 500);
        await using var site = await StartAsync("half.png", whole[..(whole.Length / 2)]);

        var problem = Assert.Single(await site.WaitForProblemsAsync("media/half.png"));
        var reply = await site.GetBytesAsync("/media/half.png?width=320");

        Assert.Equal("picture-remade", problem.GetProperty("code").GetString());
        Assert.Equal((1000, 500), SizeOf(reply.Bytes));
    }

    [Fact]
    public async Task A_picture_that_is_gone_leaves_the_page_as_it_was_before_it_came()
    {
        await using var site = await StartAsync("picture.jpg", TestPicture.Jpeg(400, 200));
        await site.WaitAsync("/api/posts/a/html", Has("width=\"400\""));

        await site.DeleteAsync("media/picture.jpg");

        var html = (await site.WaitAsync("/api/posts/a/html", reply => !reply.Body.Contains("width="))).Body;
        Assert.Contains("/media/picture.jpg\" alt=\"Seen\"", html);
        Assert.Equal(404, (await site.GetAsync("/media/picture.jpg")).Status);
    }

    [Fact]
    public void Facts_and_smaller_forms_of_any_bytes_are_values()
    {
        var random = new Random(7);
        var whole = TestPicture.Jpeg(64, 64);
        for (var i = 0; i < 200; i++)
        {
            var bytes = whole.ToArray();
            for (var j = 0; j < 8; j++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            Assert.True(PictureFacts.Read(bytes) is null or { Width: > 0, Height: > 0 });
            Assert.True(PictureScaler.Scale(bytes, [320]) is null or [{ Length: > 0 }]);
        }

        Assert.Null(PictureFacts.Read([]));
    }

    private static async Task<TestSite> StartAsync(string name, byte[] picture)
    {
        var site = await TestSite.StartAsync();
        await site.UploadAsync("media/" + name, BinaryData.FromBytes(picture));
        await site.UploadAsync("posts/a.md", $"---\ntitle: A\nimage: /media/{name}\n---\n![Seen](/media/{name})\n");
        await site.WaitAsync("/api/posts/a", HttpStatusCode.OK);
        return site;
    }

    private static Func<Reply, bool> Has(string text) => reply => reply.Body.Contains(text, StringComparison.Ordinal);

    private static async Task<string> NamedAddressAsync(TestSite site, string when)
    {
        var html = (await site.WaitAsync("/api/posts/a/html", Has(when))).Body;
        var start = html.IndexOf("/media/", StringComparison.Ordinal);
        return html[start..html.IndexOf('"', start)];
    }

    private static async Task<byte[]> WaitForFormAsync(TestSite site, string address, int width)
    {
        await site.WaitAsync(
            address,
            reply => reply.Headers["Content-Type"] == "image/webp" && reply.Headers["Cache-Control"] != Brief
        );
        var form = (await site.GetBytesAsync(address)).Bytes;
        Assert.Equal(width, SizeOf(form).Width);
        return form;
    }

    private static async Task<List<string>> VariantsAsync(TestSite site)
    {
        var kept = new List<string>();
        await foreach (var blob in site.Storage.Rendered.GetBlobsAsync())
        {
            if (blob.Name.StartsWith("variants/", StringComparison.Ordinal))
            {
                kept.Add($"{blob.Name} {blob.Properties.ETag}");
            }
        }

        return kept;
    }

    private static (int Width, int Height) SizeOf(byte[] picture)
    {
        using var codec = SKCodec.Create(new MemoryStream(picture));
        return (codec.Info.Width, codec.Info.Height);
    }
}
