using KapFunctions.Content.Sources;

namespace KapFunctions.Content.Tests;

public sealed class MisplacedFileTests
{
    [Theory]
    [InlineData("hello.md", "posts/hello.md")]
    [InlineData("post/one.md", "posts/one.md")]
    [InlineData("blog/one.md", "posts/one.md")]
    [InlineData("Page/about.md", "pages/about.md")]
    [InlineData("/posts/lead.md", "posts/lead.md")]
    [InlineData("blog/posts/nested.md", "posts/nested.md")]
    [InlineData("content/posts/2024/twice.md", "posts/2024/twice.md")]
    [InlineData("posts/ext.md.txt", "posts/ext.md")]
    [InlineData("posts/text.txt", "posts/text.md")]
    [InlineData("posts/page.mdx", "posts/page.md")]
    [InlineData("posts/pic.png", "media/pic.png")]
    [InlineData("images/pic.png", "media/pic.png")]
    [InlineData("Media/pic.png", "Media/pic.png")]
    [InlineData("blog/site.yaml", "site.yaml")]
    [InlineData("ideas/a.md", "posts/ideas/a.md")]
    public void A_file_where_nothing_reads_it_is_told_with_the_place_that_was_meant(string path, string meant)
    {
        var problem = MisplacedFile.ProblemOf(path);

        Assert.Equal("file-misplaced", problem?.Code);
        Assert.Contains(
            meant.Replace("Media/", "media/", StringComparison.Ordinal),
            problem!.Mend,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("posts/a.md")]
    [InlineData("posts/a.MD")]
    [InlineData("Posts/upper.md")]
    [InlineData("posts/a.markdown")]
    [InlineData("site.yml")]
    [InlineData("Site.yaml")]
    [InlineData("README.md")]
    [InlineData("LICENSE")]
    [InlineData("package.json")]
    [InlineData("media/a.png")]
    [InlineData("media/2024")]
    [InlineData("next/posts/a.md")]
    [InlineData("theme/post.liquid")]
    [InlineData("posts/.trash/a.md.txt")]
    public void What_is_content_or_nobodys_business_is_not_told(string path) =>
        Assert.Null(MisplacedFile.ProblemOf(path));

    [Theory]
    [InlineData("media/photo.heic", "media-type")]
    [InlineData("posts/a.docx", "file-no-markdown")]
    public void What_nobody_can_show_is_told(string path, string code) =>
        Assert.Equal(code, MisplacedFile.ProblemOf(path)?.Code);

    [Theory]
    [InlineData("posts/.trash/deleted note.md")]
    [InlineData("posts/.stversions/old~20240101.md")]
    [InlineData("posts/.git/x.md")]
    [InlineData("posts/.obsidian/plugins/x/readme.md")]
    [InlineData("pages/.archive/p.md")]
    [InlineData("posts/.#emacs.md")]
    [InlineData("posts/._x.md")]
    [InlineData("posts/~$lock.md")]
    [InlineData("posts/x.md~")]
    [InlineData("media/Thumbs.db")]
    [InlineData("media/.hidden/a.png")]
    [InlineData("theme/.DS_Store")]
    [InlineData(".git/site.yaml")]
    public void Hidden_and_temporary_names_are_no_content(string path) =>
        Assert.Equal((ContentKind.Other, null), (ContentPaths.KindOf(path), MisplacedFile.ProblemOf(path)));
}
