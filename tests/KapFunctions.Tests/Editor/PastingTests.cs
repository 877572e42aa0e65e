using System.Text;
using KapFunctions.Editor.Pasting;
using KapFunctions.Testing;

namespace KapFunctions.Tests.Editor;

/// <summary>What editors paste comes back as Markdown.</summary>
public sealed class PastingTests
{
    [Theory]
    [InlineData("<p class=MsoNormal><b><span lang=EN>Sleep</span></b> well.<o:p></o:p></p>", "**Sleep** well.")]
    [InlineData(
        "<b style=\"font-weight:normal\"><p><span style=\"font-weight:700\">Sleep</span> well.</p></b>",
        "**Sleep** well."
    )]
    [InlineData("<ul><li>One</li><li>Two</li></ul>", "- One\n- Two")]
    public async Task Html_of_a_clipboard_becomes_markdown(string html, string markdown)
    {
        await using var site = await TestSite.StartAsync();

        var reply = await PostAsync(site, html);

        Assert.Equal(200, reply.Status);
        Assert.Equal(markdown, reply.Json.GetProperty("markdown").GetString());
    }

    [Fact]
    public async Task Five_megabytes_are_refused_and_nobody_without_a_key_is_heard()
    {
        await using var site = await TestSite.StartAsync();

        Assert.Equal(413, (await PostAsync(site, new string('a', 5_000_000))).Status);
        Assert.Equal(200, (await PostAsync(site, "")).Status);
        Assert.Equal(401, (await PostAsync(site, "<p>a</p>", key: "wrong")).Status);
        Assert.True(PastedHtml.MaxBytes < 5_000_000);
    }

    private static Task<Reply> PostAsync(TestSite site, string html, string key = TestSite.FunctionKey)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/editor/markdown")
        {
            Content = new StringContent(html, Encoding.UTF8, "text/html"),
        };
        return site.SendAsync(request, ("x-functions-key", key));
    }
}
