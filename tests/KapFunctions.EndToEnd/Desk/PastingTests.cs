using KapFunctions.Editor.Pasting;
using KapFunctions.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>What other programs put on the clipboard becomes clean Markdown.</summary>
public sealed class PastingTests
{
    [FactWith<Chromium>]
    public async Task A_picture_of_another_host_is_fetched_into_the_media_when_somebody_says_so()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var host = builder.Build();
        host.MapGet("/the-lake.png", () => Results.Bytes(TestPicture.Png(8, 6), "image/png"));
        await host.StartAsync();
        await using var site = await TestSite.StartAsync(configure: services =>
            services.AddSingleton(_ => new ForeignPictures(allowPrivate: true))
        );
        var elsewhere = host.Urls.Single();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        await desk.WriteAsync(
            $"---\ntitle: A walk\ndraft: true\n---\n\n![A lake]({elsewhere}/the-lake.png)\n\n![None]({elsewhere}/none.png)\n"
        );

        await desk.Button("Fetch pictures of other hosts …").ClickAsync();
        await Expect(desk.Dialog("Pictures of other hosts")).ToContainTextAsync("the-lake.png");
        await desk.ScreenshotAsync("desk-foreign-pictures");
        Assert.Equal("", await desk.AxeAsync());
        await desk.Button("Fetch 2 pictures").ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("answers 404");
        await desk.Button("Close").ClickAsync();

        await Expect(desk.Text).ToContainTextAsync($"![A lake](../media/{DateTime.Now.Year}/the-lake.png)");
        await Expect(desk.Text).ToContainTextAsync($"![None]({elsewhere}/none.png)");
        Assert.DoesNotContain(desk.Asked, address => address.StartsWith(elsewhere, StringComparison.Ordinal));
    }

    [FactWith<Chromium>]
    public async Task A_heic_picture_that_the_browser_cannot_read_is_refused_with_the_way_to_mend_it()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post);
        var heic = new FilePayload
        {
            Name = "IMG_1.HEIC",
            MimeType = "image/heic",
            Buffer = [0, 0, 0, 24, .. "ftypheic"u8],
        };

        await desk.Page.GetByLabel("Pictures").SetInputFilesAsync(heic);
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("IMG_1.HEIC is a HEIC picture");
        await Expect(desk.Page.Locator(".notices")).ToContainTextAsync("save it as JPEG");
        await desk.Page.GotoAsync("/desk#/media");
        await desk.Page.GetByLabel("New media").SetInputFilesAsync(heic);
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Most Compatible");
        await desk.Page.GotoAsync("/desk#/upload");
        await desk.Page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync(heic);
        await Expect(desk.Page.Locator(".report .skipped")).ToContainTextAsync("Most Compatible");
        Assert.Empty(
            await site
                .Storage.Content.GetBlobsAsync(
                    new Azure.Storage.Blobs.Models.GetBlobsOptions { Prefix = "media/" },
                    default
                )
                .ToListAsync()
        );
    }

    private const string Post = "#/edit/posts/a-walk.md";

    private const string Written = "\n\nSleep **well**, see [here](https://example.org/).\n\n- Tea\n- A book\n";

    [TheoryWith<Chromium>]
    [InlineData(
        """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0} --></style></head><body lang=DE>
            <!--StartFragment--><h2><a name="_Toc1"></a><span lang=EN-US>Sleep<o:p></o:p></span></h2>
            <p class=MsoNormal><span lang=EN-US>Sleep <b>well</b>, see <a href="https://example.org/">here</a>.<o:p></o:p></span></p>
            <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
            style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Tea<o:p></o:p></p>
            <p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
            style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>A book<o:p></o:p></p><!--EndFragment--></body></html>
            """,
        "## Sleep"
    )]
    [InlineData(
        """
            <meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr" style="line-height:1.38;"><span style="font-size:16pt;font-weight:400;">Sleep</span></h2>
            <p dir="ltr"><span style="font-weight:400">Sleep </span><span style="font-weight:700">well</span><span>, see </span><a href="https://example.org/" style="text-decoration:none;"><span style="text-decoration:underline;">here</span></a><span>.</span></p>
            <ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc;font-weight:400" aria-level="1"><p dir="ltr" role="presentation"><span>Tea</span></p></li><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>A book</span></p></li></ul></b><br class="Apple-interchange-newline">
            """,
        "## Sleep"
    )]
    [InlineData(
        """
            <!DOCTYPE html><html><head><meta name="Generator" content="Cocoa HTML Writer"><style type="text/css">p.p1 {margin: 0.0px; font: 12.0px Helvetica}</style></head><body>
            <p class="p1"><b>Sleep</b></p>
            <p class="p1"><span class="s1">Sleep <b>well</b>, see <a href="https://example.org/">here</a>.</span></p>
            <ul class="ul1"><li class="li1"><span class="s1"></span>Tea</li><li class="li1"><span class="s1"></span>A book</li></ul></body></html>
            """,
        "**Sleep**"
    )]
    [InlineData(
        """
            <h2 class="font_2 wixui-rich-text__text" style="font-size:32px;"><span class="color_15 wixui-rich-text__text">Sleep</span></h2><p class="font_8 wixui-rich-text__text"><span class="wixGuard">​</span></p>
            <p class="font_8 wixui-rich-text__text"><span style="font-family:avenir;">Sleep <span style="font-weight:bold;">well</span>, see <a href="https://example.org/" target="_blank" rel="noreferrer noopener" class="wixui-rich-text__text"><span style="text-decoration:underline;">here</span></a>.</span></p>
            <ul class="font_8"><li><p class="font_8"><span>Tea</span></p></li><li><p class="font_8"><span>A book</span></p></li></ul>
            """,
        "## Sleep"
    )]
    public async Task A_text_of_a_word_processor_comes_as_clean_Markdown(string html, string heading)
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post, isNew: true);

        await desk.WriteAsync("Above.\n\n");
        await desk.PasteAsync(html, "Sleep");

        await Expect(desk.Text.Locator(".cm-line"))
            .ToHaveTextAsync(["Above.", "", .. (heading + Written).TrimEnd().Split('\n')]);
    }

    [FactWith<Chromium>]
    public async Task Pictures_come_along_with_the_words_and_ask_for_theirs()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post, isNew: true);
        var picture = Convert.ToBase64String(TestPicture.Png(4, 3));

        await desk.WriteAsync("Above.\n\nBelow.");
        await desk.Page.Keyboard.PressAsync("Control+Home");
        await desk.Page.Keyboard.PressAsync("End");
        await desk.PasteAsync(
            $"<p>The lake:</p><p><img src=\"data:image/png;base64,{picture}\"></p><p><img src=\"file:///C:/clip_image001.png\"></p>",
            "The lake:"
        );
        await desk.Page.GetByLabel("It shows").FillAsync("The lake at dawn");
        await desk.Button("Done").ClickAsync();

        await Expect(desk.Text.Locator(".cm-line").Nth(4)).ToContainTextAsync("![The lake at dawn](../media/");
        await Expect(desk.Text.Locator(".cm-line")).ToHaveCountAsync(7);
        await Expect(desk.Text.Locator(".cm-line").Nth(2)).ToHaveTextAsync("The lake:");
        await Expect(desk.Text.Locator(".cm-line").Nth(6)).ToHaveTextAsync("Below.");
        await Expect(desk.Page.Locator(".toasts")).ToContainTextAsync("1 picture did not come along");
        Assert.Contains(desk.Asked, address => address.Contains("path=media%2F"));
    }

    [FactWith<Chromium>]
    public async Task Five_megabytes_on_the_clipboard_come_as_words_alone_and_code_stays_what_it_is()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post, isNew: true);

        await desk.WriteAsync("");
        await desk.Text.EvaluateAsync(
            """
            element => {
                const data = new DataTransfer();
                data.setData("text/html", "<p><b>many</b> words</p>".repeat(220_000));
                data.setData("text/plain", "many words");
                element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """
        );
        await Expect(desk.Text).ToHaveTextAsync("many words");
        await Expect(desk.Page.Locator(".toasts")).ToContainTextAsync("Paste it in smaller parts.");

        await desk.WriteAsync("```\n");
        await desk.PasteAsync("<p><b>a</b></p><p>b</p>", "plain a");
        await Expect(desk.Text).ToContainTextAsync("plain a");
        await desk.WriteAsync("One ");
        await desk.PasteAsync("<b>word</b>", "word");
        await Expect(desk.Text).ToHaveTextAsync("One **word**");
    }
}
