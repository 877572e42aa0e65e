using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Tests.FrontMatter;

/// <summary>Heads without fences.</summary>
public sealed class PlainHeadTests
{
    [Theory]
    [InlineData("Title: It's: a \"walk\" #1\nDate: 2024-03-05 10:20\nTags: a, b\nSlug: my-walk\n\nText.\n")]
    [InlineData(
        "title: \"It's: a \\\"walk\\\" #1\"\ntitle: It's: a \"walk\" #1\ndate: 2024-03-05 10:20\ntags: a,\n    b\n\nText.\n"
    )]
    public void Lines_of_keys_to_the_first_empty_one_are_a_head(string text)
    {
        var post = Given.Post(text);

        Assert.Equal("It's: a \"walk\" #1", post.Metadata.Title);
        Assert.Equal(new DateTime(2024, 3, 5, 10, 20, 0), post.Metadata.Date!.Value.DateTime);
        Assert.Equal(["a", "b"], post.Metadata.Tags.Select(tag => tag.Name));
        Assert.Equal("Text.", post.Body.PlainText);
    }

    [Fact]
    public void So_is_Pandocs_block_of_titles()
    {
        var post = Given.Post("% A walk\n  in autumn\n% Jane Doe\n% March 5, 2024\n\nText.\n");

        Assert.Equal("A walk in autumn", post.Metadata.Title);
        Assert.Equal("Jane Doe", post.Metadata.Authors[0].Name);
        Assert.Equal(new DateTime(2024, 3, 5), post.Metadata.Date!.Value.DateTime);
        Assert.Equal("Text.", post.Body.PlainText);
    }

    [Theory]
    [InlineData("Title: A\nStatus: draft\n\nText.\n")]
    [InlineData("mood: calm\ntitle: Hello\ndraft: true\n\nText.\n")]
    [InlineData("Title: A\nDate: 2024-03-05\n\nStatus: draft\n\nText.\n")]
    [InlineData("Title: A\nDate: 2024-03-05\n\nDraft: true\n---\nText.\n")]
    [InlineData("Title: A\nDate: 2024-03-05\ndarft true\n\nText.\n")]
    public void What_hides_in_it_or_right_below_it_hides(string text) =>
        Assert.True(Given.Rendered(text).Post is not { Metadata.Draft: false });

    [Theory]
    [InlineData("Note: this is no head.\n\nText.\n")]
    [InlineData("Title: one key is none.\n\nText.\n")]
    [InlineData("%%private%%\n\nText.\n")]
    [InlineData("%comment\n\nText.\n")]
    public void A_text_that_begins_otherwise_has_no_head(string text) =>
        Assert.Equal("A", Given.Post(text, "posts/a.md").Metadata.Title);

    [Fact]
    public void Its_lines_are_told_as_they_are_counted_in_the_file()
    {
        var problem = Given
            .Rendered("Title: A\nUpdated: next Tuesday\n\nText.\n")
            .Problems.Single(problem => problem.Code == ProblemCatalog.DayUnreadable.Code);

        Assert.Equal(2, problem.Line);
    }
}
