using System.Text;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;

namespace KapFunctions.Query.Tests;

/// <summary>A name with an accent finds the file, whichever system uploaded it and whichever one typed the link.</summary>
public sealed class SpellingTests
{
    [Theory]
    [InlineData(NormalizationForm.FormC, NormalizationForm.FormD)]
    [InlineData(NormalizationForm.FormD, NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormD, NormalizationForm.FormD)]
    public async Task A_link_finds_the_file_however_both_are_spelled(NormalizationForm file, NormalizationForm link)
    {
        using var index = new TestIndex();
        var post = A.Post("cafe") with { Path = "posts/caf\u00e9.md".Normalize(file) };
        var picture = new MediaRow { Path = "media/\u00fcber.png".Normalize(file), SourceETag = "1" };
        using var view = await index.ViewAsync(post, picture);

        var placeholder = "kap:" + Uri.EscapeDataString("posts/caf\u00e9.md".Normalize(link));

        Assert.Equal("cafe", view.ResolvePlaceholder(placeholder)?.Slug);
        Assert.Equal(picture.Path, view.FindMedia("media/\u00fcber.png".Normalize(link))?.Path);
    }

    [Fact]
    public async Task Of_two_files_the_one_that_is_spelled_as_the_link_is_meant()
    {
        using var index = new TestIndex();
        var (composed, apart) = ("posts/\u00e9.md", "posts/e\u0301.md");
        using var view = await index.ViewAsync(
            A.Post("composed") with
            {
                Path = composed,
            },
            A.Post("apart") with
            {
                Path = apart,
            }
        );

        Assert.Equal("composed", view.FindByPath(composed)?.Metadata?.Slug);
        Assert.Equal("apart", view.FindByPath(apart)?.Metadata?.Slug);
    }

    [Fact]
    public async Task Half_a_character_finds_nothing()
    {
        using var index = new TestIndex();
        using var view = await index.ViewAsync(A.Post("a"));

        Assert.Null(view.FindByPath("posts/\ud83d.md"));
    }
}
