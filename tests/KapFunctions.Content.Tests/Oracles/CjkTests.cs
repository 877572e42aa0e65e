namespace KapFunctions.Content.Tests.Oracles;

/// <summary>
/// The CJK-friendly specification of emphasis. KAP_CJK_EXAMPLES names its folder <c>testcases</c>
/// (https://github.com/tats-u/markdown-cjk-friendly); without it, our own examples are read alone.
/// </summary>
public sealed class CjkTests
{
    [Theory]
    [InlineData("**注意：**正文", "<p><strong>注意：</strong>正文</p>")]
    [InlineData("这是**“引用”**文字", "<p>这是<strong>“引用”</strong>文字</p>")]
    [InlineData("한국어**(강조)**입니다", "<p>한국어<strong>(강조)</strong>입니다</p>")]
    [InlineData("これは**強調。**次", "<p>これは<strong>強調。</strong>次</p>")]
    [InlineData("~~削除。~~次", "<p><del>削除。</del>次</p>")]
    [InlineData("*「引用」*と言う", "<p><em>「引用」</em>と言う</p>")]
    [InlineData("値段は**¥300**です", "<p>値段は<strong>¥300</strong>です</p>")]
    [InlineData("**`コード`**も", "<p><strong><code>コード</code></strong>も</p>")]
    [InlineData("**[名前](b.md)**さん", "<p><strong><a href=b.md>名前</a></strong>さん</p>")]
    [InlineData("__注意：__正文", "<p>__注意：__正文</p>")]
    [InlineData("**Latin.**word", "<p>**Latin.**word</p>")]
    public void Emphasis_beside_marks_of_Chinese_Japanese_and_Korean_is_emphasis(string markdown, string html) =>
        Assert.Equal(PlainHtml.Normalized(html), PlainHtml.Normalized(PlainHtml.Of(markdown)));

    [Theory]
    [InlineData("strong", "**")]
    [InlineData("korean", "**")]
    [InlineData("pseudo-emoji", "**")]
    [InlineData("underscore-cjk-punct", "_")]
    [InlineData("gfm-strikethrough", "~~")]
    [InlineData("non-bmp", "<strong>")]
    public void No_example_of_the_specification_leaves_a_mark(string name, string left)
    {
        if (Environment.GetEnvironmentVariable("KAP_CJK_EXAMPLES") is { } folder)
        {
            var html = PlainHtml.Of(File.ReadAllText(Path.Combine(folder, name + ".md")));
            Assert.DoesNotContain(html.Split('\n'), line => line.Contains(left, StringComparison.Ordinal));
        }
    }
}
