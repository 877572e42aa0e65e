using KapFunctions.Content.Assembly;

namespace KapFunctions.Content.Tests;

public sealed class ListedTextTests
{
    [Theory]
    [InlineData("- a\n- b", " * a\n * b")]
    [InlineData("Text.\n\n3. a\n4. b\n\nEnd.", "Text.\n 3. a\n 4. b\nEnd.")]
    [InlineData("- a\n\n  more\n\n- b", " * a\nmore\n * b")]
    [InlineData("- a\n  1. b\n  2. c\n- d", " * a\n    1. b\n    2. c\n * d")]
    [InlineData("No list.", "No list.")]
    [InlineData("<ol start=\"99999999999\"><li>x</li></ol>", " 1. x")]
    public void Items_of_lists_have_their_marks_for_those_who_ask_for_plain_text(string markdown, string expected)
    {
        var body = Given.Post(markdown).Body;

        Assert.Equal(expected, ListedText.Of(body.Html, body.PlainText));
        Assert.DoesNotContain("*", body.PlainText, StringComparison.Ordinal);
    }
}
