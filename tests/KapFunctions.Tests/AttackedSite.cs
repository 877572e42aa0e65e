using System.Net;
using KapFunctions.Testing;

namespace KapFunctions.Tests;

/// <summary>A site with something hidden of each kind, and markup in every name.</summary>
public sealed class AttackedSite : IAsyncLifetime
{
    private const string Markup = "\"><script>alert(1)</script>";

    private static readonly string[] Hidden = ["posts/draft.md", "posts/later.md", "posts/over.md"];

    internal TestSite Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var site = Site = await TestSite.StartAsync();
        await site.UploadAsync(
            "site.yaml",
            $$"""
            title: A practice
            authors:
              ana:
                name: '{{Markup}}'
                email: mailsecret@example.org
                password: keysecret
            social:
              x: javascript:alert(1)
              facebook: "https://www.facebook.com/\" onmouseover=alert(1) x=\""
            """
        );
        await site.UploadAsync(
            "posts/rest.md",
            $"---\ntitle: '{Markup}'\nslug: rest\ndate: 2024-05-01\ntags: ['Rest', '{Markup}']\nauthor: ana\ninternal: keysecret\n---\nRest `<img src=x onerror=alert(1)>`."
        );
        await site.UploadAsync("posts/draft.md", "---\ntitle: draftsecret\ndraft: true\n---\ndraftsecret");
        await site.UploadAsync("posts/later.md", "---\ntitle: latersecret\ndate: 2099-01-01\n---\nlatersecret");
        await site.UploadAsync(
            "posts/over.md",
            "---\ntitle: oversecret\ndate: 2020-01-01\nexpires: 2021-01-01\n---\noversecret"
        );
        await site.UploadAsync("media/page.html", "<script>alert(1)</script>");
        await site.UploadAsync(
            "media/drawing.svg",
            "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
        );
        await site.WaitAsync("/rest/", HttpStatusCode.OK);
        await site.WaitAsync(
            "/author/ana/",
            reply => reply.Body.Contains("&gt;&lt;script&gt;", StringComparison.Ordinal)
        );
        await site.WaitAsync("/api/editor/posts", reply => Hidden.All(reply.Body.Contains));
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
