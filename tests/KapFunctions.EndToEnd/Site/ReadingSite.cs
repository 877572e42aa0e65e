using System.Net;
using KapFunctions.Testing;

namespace KapFunctions.EndToEnd.Site;

/// <summary>The sample site, twelve short posts more, and what goes wrong: one site for all readers of a class.</summary>
public sealed class ReadingSite : IAsyncLifetime
{
    private TestSite? site;

    /// <summary>The site.</summary>
    internal TestSite Site => site!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        site = await TestSite.StartAsync();
        var content = Path.Combine(Checkout.Root, "samples", "content");
        await Parallel.ForEachAsync(
            Directory.EnumerateFiles(content, "*", SearchOption.AllDirectories),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (file, _) =>
                await site.UploadAsync(
                    Path.GetRelativePath(content, file).Replace('\\', '/'),
                    BinaryData.FromBytes(await File.ReadAllBytesAsync(file, CancellationToken.None))
                )
        );
        for (var i = 1; i <= 12; i++)
        {
            await site.UploadAsync(
                $"posts/short-{i}.md",
                $"---\ntitle: Short note {i}\ndate: 2022-01-{i:00}\n---\nText."
            );
        }

        await site.UploadAsync("posts/gone.md", "---\ntitle: Gone\ndate: 2021-01-01\n---\nText.");
        await site.UploadAsync(
            "posts/odd.md",
            $"""
            ---
            title: '{string.Concat(Enumerable.Repeat("שלום עולם ", 18))}<b>{new string('w', 200)}</b>'
            slug: odd
            date: 2021-02-01
            tags: ['../', '<i>{new string('t', 90)}</i>']
            image: media/none.webp
            image_alt: A picture that nobody uploaded
            ---
            ![What the missing picture would have shown.](../media/missing.png)

            | {new string('a', 200)} | b |
            |---|---|
            | 1 | 2 |

                {new string('c', 300)}
            """
        );
        await site.WaitAsync("/gone/", HttpStatusCode.OK);
        await site.WaitAsync("/odd/", HttpStatusCode.OK);
        await site.WaitAsync("/ketamine-assisted-psychotherapy/", reply => reply.Body.Contains("Lanternfield"));
        await site.DeleteAsync("posts/gone.md");
        await site.WaitAsync("/gone/", HttpStatusCode.Gone);
        await site.WaitAsync("/page/2/", reply => reply.Body.Contains("Short note 2<"));
        await site.WaitAsync("/search/?q=sleep", reply => reply.Body.Contains("<mark>"));
    }

    /// <inheritdoc />
    public Task DisposeAsync() => Site.DisposeAsync().AsTask();
}
