using System.IO.Compression;
using System.Net;
using System.Text;
using Azure.Storage.Blobs.Models;
using KapFunctions.Storage.Files;
using KapFunctions.Testing;
using SkiaSharp;

namespace KapFunctions.Tests;

/// <summary>Files that were uploaded with a content coding.</summary>
public sealed class PackedUploadTests
{
    [Fact]
    public async Task A_text_that_was_packed_for_the_way_is_unpacked()
    {
        await using var site = await TestSite.StartAsync();
        var text = "---\ntitle: Packed\n---\nText.\n"u8.ToArray();
        await UploadPackedAsync(site, "posts/packed.md", Packed(text, "gzip"), "gzip");

        var reply = await site.WaitAsync("/api/posts/packed", HttpStatusCode.OK);

        Assert.Equal("Packed", reply.Json.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("utf-8")]
    public async Task What_posts_show_and_was_packed_for_the_way_comes_unpacked_and_clean(string coding)
    {
        await using var site = await TestSite.StartAsync();
        var picture = TestPicture.SidewaysJpeg(640, 480);
        await UploadPackedAsync(site, "media/a.jpg", Packed(picture, coding), coding);
        await UploadPackedAsync(site, "media/a.pdf", Packed("%PDF-1 page"u8.ToArray(), coding), coding);
        await site.WaitForMediaAsync("media/a.jpg");
        await site.WaitForMediaAsync("media/a.pdf");

        var seen = await site.GetBytesAsync("/media/a.jpg");

        using var bitmap = SKBitmap.Decode(seen.Bytes);
        Assert.Equal((640, 480), (bitmap.Width, bitmap.Height));
        Assert.DoesNotContain(TestPicture.Secret, Encoding.Latin1.GetString(seen.Bytes));
        Assert.False(seen.Reply.Headers.ContainsKey("Content-Encoding"));
        Assert.Equal("%PDF-1 page", (await site.GetAsync("/media/a.pdf")).Body);
        await site.WaitAsync("/media/a.jpg?width=320", reply => reply.Headers["Content-Type"] == "image/webp");
    }

    [Fact]
    public async Task What_is_not_packed_as_it_says_or_becomes_too_large_is_told_and_kept_back()
    {
        await using var site = await TestSite.StartAsync();
        await UploadPackedAsync(site, "media/no.pdf", "%PDF-1"u8.ToArray(), "gzip");
        await UploadPackedAsync(site, "media/bomb.pdf", Packed(new byte[MediaStore.MaxBytes + 1], "gzip"), "gzip");

        foreach (var path in (string[])["media/no.pdf", "media/bomb.pdf"])
        {
            Assert.Equal(
                "media-packed",
                Assert.Single(await site.WaitForProblemsAsync(path)).GetProperty("code").GetString()
            );
            Assert.Equal(422, (await site.GetAsync("/" + path)).Status);
        }
    }

    private static byte[] Packed(byte[] plain, string coding)
    {
        using var packed = new MemoryStream();
        using Stream stream = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
            _ => packed,
        };
        stream.Write(plain);
        stream.Dispose();
        return packed.ToArray();
    }

    private static async Task UploadPackedAsync(TestSite site, string path, byte[] bytes, string coding) =>
        await site
            .Storage.Content.GetBlobClient(path)
            .UploadAsync(new MemoryStream(bytes), new BlobHttpHeaders { ContentEncoding = coding });
}
