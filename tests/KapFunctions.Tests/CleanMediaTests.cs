using System.Net;
using System.Text;
using KapFunctions.Pictures;
using KapFunctions.Publishing.Repair;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;
using KapFunctions.Tests.Planted;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace KapFunctions.Tests;

/// <summary>At no address of a picture do readers learn what its camera wrote into it.</summary>
public sealed class CleanMediaTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_reader_gets_the_picture_without_its_notes_with_ranges_conditions_and_a_name_for_good(int number)
    {
        await using var site = await TestSite.StartAsync();
        var picture = PlantedPicture.Make(seed: 5, number);
        var address = $"/media/a{picture.Ending}";
        await UploadAsync(site, address, picture.Planted);
        var row = await WaitForRowAsync(site, address, row => row.Copy is not null);

        var whole = await site.GetBytesAsync(address);
        var named = await site.GetBytesAsync($"{address}?v={PictureSources.VersionOf(row)}");
        var part = await site.GetBytesAsync(address, ("Range", "bytes=2-9"));
        var etag = whole.Reply.Headers["ETag"];

        AssertClean(whole.Bytes);
        Assert.Equal(row.Size, whole.Bytes.Length);
        Assert.Equal(whole.Bytes, named.Bytes);
        Assert.Contains("immutable", named.Reply.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal(206, part.Reply.Status);
        Assert.Equal(whole.Bytes[2..10], part.Bytes);
        Assert.Equal($"bytes 2-9/{whole.Bytes.Length}", part.Reply.Headers["Content-Range"]);
        Assert.Equal(304, (await site.GetAsync(address, ("If-None-Match", etag))).Status);
        Assert.Equal(412, (await site.GetAsync(address, ("If-Match", "\"another\""))).Status);
        // Who kept it before it was cleaned is not told that it is still good.
        var now = DateTimeOffset.UtcNow.ToString("R");
        Assert.Equal(200, (await site.GetAsync(address, ("If-Modified-Since", now))).Status);
    }

    [Fact]
    public async Task A_photograph_taken_sideways_is_still_turned_upright_when_its_notes_are_gone()
    {
        await using var site = await TestSite.StartAsync();
        var photograph = TestPicture.SidewaysJpeg(64, 48);
        await UploadAsync(site, "/media/a.jpg", photograph);
        await WaitForRowAsync(site, "/media/a.jpg", row => row.Copy is not null);

        var served = (await site.GetBytesAsync("/media/a.jpg")).Bytes;

        using var codec = SKCodec.Create(new MemoryStream(served));
        Assert.Equal(SKEncodedOrigin.RightTop, codec.EncodedOrigin);
        Assert.DoesNotContain(TestPicture.Secret, Encoding.Latin1.GetString(served));
    }

    [Fact]
    public async Task Nothing_is_kept_beside_a_picture_that_says_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var plain = TestPicture.Jpeg(64, 48);
        await UploadAsync(site, "/media/a.jpg", plain);
        var row = await WaitForRowAsync(site, "/media/a.jpg", row => row.Cleaner > 0);

        Assert.Null(row.Copy);
        Assert.Empty(await CopiesAsync(site));
        Assert.Equal(plain, (await site.GetBytesAsync("/media/a.jpg")).Bytes);
    }

    [Fact]
    public async Task A_version_that_nobody_looked_at_yet_is_clean_all_the_same_and_so_is_one_that_an_older_program_saw()
    {
        await using var site = await TestSite.StartAsync();
        var picture = PlantedPicture.Make(seed: 5, number: 0);
        await UploadAsync(site, "/media/a.jpg", picture.Planted);
        var row = await WaitForRowAsync(site, "/media/a.jpg", row => row.Copy is not null);
        var seen = await site.GetBytesAsync("/media/a.jpg");

        await RewriteAsync(site, row with { Cleaner = 0, Copy = null, Version = new string('0', 32) });
        var unseen = await site.WaitAsync("/media/a.jpg", reply => !reply.Headers.ContainsKey("Last-Modified"));
        var again = await site.GetBytesAsync("/media/a.jpg");
        var part = await site.GetBytesAsync("/media/a.jpg", ("Range", "bytes=-5"));
        var old = await site.GetAsync($"/media/a.jpg?v={new string('0', 12)}");

        Assert.Equal(seen.Bytes, again.Bytes);
        Assert.Equal(seen.Reply.Headers["ETag"], unseen.Headers["ETag"]);
        Assert.Equal(seen.Bytes[^5..], part.Bytes);
        Assert.DoesNotContain("immutable", old.Headers["Cache-Control"], StringComparison.Ordinal);

        await ReconcileAsync(site);
        await WaitForRowAsync(site, "/media/a.jpg", found => found == row);
    }

    [Fact]
    public async Task A_copy_that_storage_lost_is_made_again_and_readers_never_get_the_file_instead()
    {
        await using var site = await TestSite.StartAsync();
        var picture = PlantedPicture.Make(seed: 5, number: 1);
        await UploadAsync(site, "/media/a.png", picture.Planted);
        var row = await WaitForRowAsync(site, "/media/a.png", row => row.Copy is not null);

        await site.Storage.Rendered.DeleteBlobAsync(row.Copy);
        AssertClean((await site.GetBytesAsync("/media/a.png")).Bytes);
        await ReconcileAsync(site);

        Assert.Equal([row.Copy!], await CopiesAsync(site));
    }

    [Fact]
    public async Task A_damaged_picture_is_made_anew_from_what_can_be_read_and_its_author_is_told()
    {
        await using var site = await TestSite.StartAsync();
        var whole = TestPicture.SidewaysJpeg(3000, 1000);
        await UploadAsync(site, "/media/half.jpg", whole[..(whole.Length / 2)]);
        var row = await WaitForRowAsync(site, "/media/half.jpg", row => row.Fault == PictureFault.Broken);

        var served = await site.GetBytesAsync("/media/half.jpg");

        using var seen = SKBitmap.Decode(served.Bytes);
        Assert.Equal((640, 1920), (seen.Width, seen.Height));
        Assert.Equal((640, 1920), (row.Width, row.Height));
        Assert.True(seen.GetPixel(600, 960) is { Red: > 200, Blue: < 60 });
        Assert.Equal("image/jpeg", served.Reply.Headers["Content-Type"]);
        Assert.DoesNotContain(TestPicture.Secret, Encoding.Latin1.GetString(served.Bytes));
        Assert.Equal("picture-remade", await ProblemOfAsync(site, "media/half.jpg"));

        await UploadAsync(site, "/media/half.jpg", TestPicture.Jpeg(30, 10));
        await WaitForRowAsync(site, "/media/half.jpg", found => found is { Fault: PictureFault.None, Report: null });
        Assert.Null(await ProblemOfAsync(site, "media/half.jpg"));
    }

    [Theory]
    [InlineData("a.jpg", "no picture: " + Planter.Mark)]
    [InlineData("b.jpg", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic " + Planter.Mark)]
    [InlineData("c.png", "")]
    public async Task What_no_decoder_reads_is_kept_back_before_and_after_a_look_and_its_author_is_told(
        string name,
        string text
    )
    {
        await using var site = await TestSite.StartAsync();
        await UploadAsync(site, "/media/" + name, Encoding.Latin1.GetBytes(text));
        var row = await WaitForRowAsync(site, "/media/" + name, row => row.IsWithheld);
        await AssertKeptBackAsync(site, "/media/" + name);
        Assert.Equal("picture-unreadable", await ProblemOfAsync(site, "media/" + name));

        await RewriteAsync(site, row with { Cleaner = 0, Fault = PictureFault.None });
        await AssertKeptBackAsync(site, "/media/" + name);
    }

    [Fact]
    public async Task A_picture_beyond_the_limit_is_made_anew_and_smaller_before_and_after_a_look_and_its_author_is_told()
    {
        await using var site = await TestSite.StartAsync();
        byte[] large =
        [
            .. TestPicture.SidewaysJpeg(4000, 500),
            .. Encoding.ASCII.GetBytes(Planter.Mark),
            .. new byte[MediaStore.MaxBytes],
        ];
        await UploadAsync(site, "/media/large.jpg", large);
        var row = await WaitForRowAsync(site, "/media/large.jpg", row => row.Fault == PictureFault.TooLarge);

        foreach (
            var known in (MediaRow[])
                [row, row with { Cleaner = 0, Fault = PictureFault.None, Copy = null, Version = null }]
        )
        {
            await RewriteAsync(site, known);
            var served = await ReadUnhurriedAsync(site, "/media/large.jpg");
            using var seen = SKBitmap.Decode(served);
            Assert.Equal((240, 1920), (seen.Width, seen.Height));
            Assert.DoesNotContain(TestPicture.Secret, Encoding.Latin1.GetString(served));
            AssertClean(served);
        }

        Assert.Equal("picture-remade", await ProblemOfAsync(site, "media/large.jpg"));
    }

    [Fact]
    public async Task A_recording_is_served_as_it_is_however_large_and_a_picture_that_is_called_one_is_not()
    {
        await using var site = await TestSite.StartAsync();
        byte[] film = [0, 0, 0, 24, .. "ftypmp42"u8, .. new byte[MediaStore.MaxBytes]];
        await UploadAsync(site, "/media/film.mp4", film);
        await UploadAsync(site, "/media/talk.mp3", PlantedPicture.Make(seed: 5, number: 0).Planted);
        var row = await WaitForRowAsync(site, "/media/film.mp4", row => row.Cleaner > 0);

        Assert.Equal((null, PictureFault.None, (long)film.Length), (row.Copy, row.Fault, row.Size));
        Assert.Equal(film, (await site.GetBytesAsync("/media/film.mp4")).Bytes);
        AssertClean((await site.GetBytesAsync("/media/talk.mp3")).Bytes);
    }

    /// <summary>So large a picture may take longer than a request may, on a busy machine.</summary>
    private static async Task<byte[]> ReadUnhurriedAsync(TestSite site, string address)
    {
        for (var tries = 1; ; tries++)
        {
            var (reply, bytes) = await site.GetBytesAsync(address);
            if (reply.Status != 503 || tries == 10)
            {
                return bytes;
            }
        }
    }

    private static void AssertClean(byte[] served)
    {
        Assert.NotEmpty(served);
        Assert.True(served.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Planter.Mark)) < 0);
        Assert.True(served.AsSpan().IndexOf(Encoding.Unicode.GetBytes(Planter.Mark)) < 0);
    }

    private static async Task AssertKeptBackAsync(TestSite site, string address)
    {
        foreach (var query in (string[])["", "?width=320"])
        {
            var reply = await site.GetAsync(address + query);
            Assert.Equal(422, reply.Status);
            Assert.Equal("urn:kapfunctions:problem:picture-unreadable", reply.Json.GetProperty("type").GetString());
            Assert.DoesNotContain(Planter.Mark, reply.Body);
        }
    }

    private static Task UploadAsync(TestSite site, string address, byte[] bytes) =>
        site.UploadAsync(address[1..], BinaryData.FromBytes(bytes));

    private static async Task<MediaRow> WaitForRowAsync(TestSite site, string address, Func<MediaRow, bool> isMeant)
    {
        var index = site.Services.GetRequiredService<IndexReader>();
        for (var tries = 0; tries < 200; tries++)
        {
            if ((await index.ReadMediaAsync(address[1..], default)).Value is { } row && isMeant(row))
            {
                // The replica follows within a quarter of a second.
                await Task.Delay(300);
                return row;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"No such row of {address}.");
    }

    /// <summary>Writes the row as another program would, and tells of it.</summary>
    private static async Task RewriteAsync(TestSite site, MediaRow row)
    {
        var stored = await site.Services.GetRequiredService<IndexReader>().ReadMediaAsync(row.Path, default);
        var commit = new IndexCommit();
        commit.Put(row, stored.ETag);
        commit.Log(
            ChangeKind.Internal,
            DateTimeOffset.UtcNow,
            row.Path,
            id: null,
            slug: null,
            new RowChange(row.Key, row)
        );
        Assert.True(await site.Services.GetRequiredService<IndexWriter>().CommitAsync(commit, default));
        await Task.Delay(300);
    }

    private static Task ReconcileAsync(TestSite site) =>
        site.Services.GetRequiredService<Reconciler>().RunAsync(default);

    private static async Task<string?> ProblemOfAsync(TestSite site, string path)
    {
        var reply = await site.GetAsync("/api/editor/problems", ("x-functions-key", TestSite.FunctionKey));
        return reply
            .Json.GetProperty("files")
            .EnumerateArray()
            .Where(file => file.GetProperty("path").GetString() == path)
            .Select(file => file.GetProperty("problems")[0].GetProperty("code").GetString())
            .SingleOrDefault();
    }

    private static async Task<List<string>> CopiesAsync(TestSite site)
    {
        var copies = new List<string>();
        await foreach (var blob in site.Storage.Rendered.GetBlobsAsync())
        {
            if (blob.Name.StartsWith("clean/", StringComparison.Ordinal))
            {
                copies.Add(blob.Name);
            }
        }

        return copies;
    }
}
