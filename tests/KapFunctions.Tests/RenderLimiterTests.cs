using System.Text;
using KapFunctions.Content.Sources;
using KapFunctions.Publishing.Posts;

namespace KapFunctions.Tests;

/// <summary>A render cannot be stopped, so what may take long is kept from holding up what does not.</summary>
public sealed class RenderLimiterTests
{
    private static readonly SourceFile Large = new(
        "posts/large.md",
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Plain *words*, \"quoted\".\n\n", 20_000)))
    );

    private static readonly SourceFile Small = new("posts/small.md", "# Small\n\nText."u8.ToArray());

    [Fact]
    public async Task Large_sources_are_rendered_one_after_another_and_a_small_one_at_once()
    {
        using var limiter = new RenderLimiter();
        var large = Enumerable
            .Range(0, 5)
            .Select(_ => limiter.RenderAsync(Large, new(), CancellationToken.None))
            .ToList();

        var small = limiter.RenderAsync(Small, new(), CancellationToken.None);

        Assert.True(small.IsCompletedSuccessfully);
        Assert.DoesNotContain(large, render => render.IsCompleted);
        for (var done = 1; done <= large.Count; done++)
        {
            await Task.WhenAny(large.Where(render => !render.IsCompleted));
            Assert.Equal(done, large.Count(render => render.IsCompleted));
        }
    }

    [Fact]
    public async Task Who_no_longer_wants_a_large_source_rendered_leaves_the_turn_to_others()
    {
        using var limiter = new RenderLimiter();
        using var unwanted = new CancellationTokenSource();
        var first = limiter.RenderAsync(Large, new(), CancellationToken.None);
        var second = limiter.RenderAsync(Large, new(), unwanted.Token);
        var third = limiter.RenderAsync(Large, new(), CancellationToken.None);

        await unwanted.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal((await first).Post!.Body.Html, (await third).Post!.Body.Html);
    }
}
