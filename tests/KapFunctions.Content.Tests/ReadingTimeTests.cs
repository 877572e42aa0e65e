using KapFunctions.Content.Text;

namespace KapFunctions.Content.Tests;

/// <summary>Minutes as Ghost's own helper counts them: the expected numbers are what it answered (@tryghost/helpers).</summary>
public sealed class ReadingTimeTests
{
    [Theory]
    [InlineData("word ", 1, 0)]
    [InlineData("word ", 137, 0)]
    [InlineData("word ", 138, 1)]
    [InlineData("don’t ", 275, 2)]
    [InlineData("注意正文", 100, 1)]
    [InlineData("ひらがな、", 400, 1)]
    [InlineData("السلام ", 500, 2)]
    [InlineData("שלום ", 500, 2)]
    [InlineData("ёлка ", 300, 1)]
    [InlineData("Łódź ", 300, 1)]
    [InlineData("a &amp; b &lt;c&gt; ", 300, 7)]
    [InlineData("<img src=\"a\" alt=\"x > y\">", 20, 2)]
    public void A_text_takes_as_long_as_in_Ghost(string piece, int times, int minutes) =>
        Assert.Equal(
            minutes,
            ReadingTime.Minutes($"<p>{string.Concat(Enumerable.Repeat(piece, times))}</p>", hasPicture: false)
        );

    [Fact]
    public void The_picture_that_stands_for_a_post_counts_and_one_Latin_word_hides_Arabic_ones_as_in_Ghost()
    {
        Assert.Equal(
            1,
            ReadingTime.Minutes($"<p>{string.Concat(Enumerable.Repeat("word ", 100))}</p>", hasPicture: true)
        );
        Assert.Equal(
            0,
            ReadingTime.Minutes($"<p>one {string.Concat(Enumerable.Repeat("السلام ", 500))}</p>", hasPicture: false)
        );
    }
}
