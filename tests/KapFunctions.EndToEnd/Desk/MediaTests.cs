using System.Text.RegularExpressions;
using KapFunctions.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KapFunctions.EndToEnd.Desk;

/// <summary>The library of pictures, recordings and documents.</summary>
public sealed class MediaTests
{
    private const string Post = "#/edit/posts/a-walk.md";

    private const string Lake = "media/2024/lake.png";

    [FactWith<Chromium>]
    public async Task A_picture_is_found_replaced_and_deleted_with_a_word_about_where_it_is_used()
    {
        await using var site = await SiteWithPicturesAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: "#/media");
        var files = desk
            .Page.GetByRole(AriaRole.List, new() { Name = "Media", Exact = true })
            .GetByRole(AriaRole.Listitem);
        await Expect(files).ToHaveCountAsync(2);

        await desk.Page.GetByLabel("Search media").FillAsync("POSTS/a-walk");
        await Expect(files).ToHaveCountAsync(1);
        await Expect(files).ToContainTextAsync("used 1 time");
        await desk.Button("Uses of lake.png").ClickAsync();
        await Expect(desk.Dialog("Where lake.png is used")).ToContainTextAsync("posts/a-walk.md");
        Assert.Equal("", await desk.AxeAsync());
        await desk.Button("Close").ClickAsync();

        var other = TestPicture.Png(9, 9);
        await ReplaceAsync(desk, "lake.png", "other.png", other);
        await Expect(desk.Page.Locator(".toasts")).ToContainTextAsync("lake.png is replaced wherever it is used.");
        Assert.Equal(
            other,
            (await site.Storage.Content.GetBlobClient(Lake).DownloadContentAsync()).Value.Content.ToArray()
        );
        await ReplaceAsync(desk, "lake.png", "other.jpg", other);
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("by a file of its kind only");

        await desk.Button("Delete lake.png").ClickAsync();
        await Expect(desk.Dialog("Delete lake.png?")).ToContainTextAsync("It is used in 1 file.");
        await desk.ScreenshotAsync("desk-media-delete");
        await desk.Button("Delete it").ClickAsync();
        await Expect(files).ToHaveCountAsync(0);
        Assert.False(await site.Storage.Content.GetBlobClient(Lake).ExistsAsync());
        await desk.Page.Locator(".toasts").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(files).ToHaveCountAsync(1);
    }

    [FactWith<Chromium>]
    public async Task A_picture_of_the_library_is_used_again_in_a_text_and_above_it()
    {
        await using var site = await SiteWithPicturesAsync();
        await using var desk = await DeskVisit.StartAsync(site, place: Post, isNew: true);

        await desk.WriteAsync("Look: ");
        await desk.PressToolAsync("Picture");
        await desk.ScreenshotAsync("desk-media-choose");
        Assert.Equal("", await desk.AxeAsync());
        await desk.Button("Choose lake.png").ClickAsync();
        await desk.Page.GetByLabel("It shows").FillAsync("A lake");
        await desk.Button("Done").ClickAsync();
        await Expect(desk.Text).ToHaveTextAsync("Look: ![A lake](../media/2024/lake.png)");

        await desk.ShowAsync("Details");
        await desk
            .Page.Locator(".field", new() { HasText = "Above the text" })
            .GetByRole(AriaRole.Button, new() { Name = "Choose" })
            .ClickAsync();
        await desk.Button("Choose unused.png").ClickAsync();
        await Expect(desk.Page.Locator(".share-card img"))
            .ToHaveAttributeAsync("src", new Regex("^/media/2024/unused\\.png"));
        await desk.SaveAsync();
        Assert.Contains("\nfeature_image: ../media/2024/unused.png\n", await site.TextOfAsync("next/posts/a-walk.md"));
    }

    private static async Task<TestSite> SiteWithPicturesAsync()
    {
        var site = await TestSite.StartAsync();
        await site.UploadAsync(Lake, BinaryData.FromBytes(TestPicture.Png(8, 6)));
        await site.UploadAsync("media/2024/unused.png", BinaryData.FromBytes(TestPicture.Png(6, 8)));
        await site.UploadAsync("posts/a-walk.md", "---\ntitle: A walk\n---\n\n![A lake](../media/2024/lake.png)\n");
        await site.WaitAsync("/api/posts/a-walk", reply => reply.Status == 200);
        return site;
    }

    private static async Task ReplaceAsync(DeskVisit desk, string old, string name, byte[] by)
    {
        var chooser = await desk.Page.RunAndWaitForFileChooserAsync(() => desk.Button($"Replace {old}").ClickAsync());
        await chooser.SetFilesAsync(
            new FilePayload
            {
                Name = name,
                MimeType = "image/png",
                Buffer = by,
            }
        );
    }
}
