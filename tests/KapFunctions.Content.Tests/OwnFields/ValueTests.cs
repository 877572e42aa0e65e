using KapFunctions.Content.OwnFields;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Site;

namespace KapFunctions.Content.Tests.OwnFields;

/// <summary>What heads say in the fields that a site declares.</summary>
public sealed class ValueTests
{
    private const string Site = """
        timezone: Europe/Berlin
        fields:
          note: text
          price: number
          sale: yes/no
          day: date
          level: one of easy, hard, 3
          topics: list of text
          scores: list of number
          next: post
          others: list of post
          of_news: { type: text, for: [news] }
          of_pages: { type: text, for: pages }
        """;

    [Theory]
    [InlineData("note: Any text", "Any text")]
    [InlineData("note: 007", "007")]
    [InlineData("note: true", "true")]
    [InlineData("note: [one]", "one")]
    [InlineData("price: 12.50", "12.5")]
    [InlineData("price: \"12\"", "12")]
    [InlineData("price: -3", "-3")]
    [InlineData("price: 1e3", "1000")]
    [InlineData("price: -0", "0")]
    [InlineData("PRICE: 12", "12")]
    [InlineData("extra:\n  price: 12", "12")]
    [InlineData("sale: yes", "True")]
    [InlineData("sale: False", "False")]
    [InlineData("day: 2024-03-05", "2024-03-05T00:00:00Z day")]
    [InlineData("day: 5 March 2024", "2024-03-05T00:00:00Z day")]
    [InlineData("day: 2024-03-05 12:30", "2024-03-05T11:30:00Z")]
    [InlineData("day: 2024-03-05T12:30:00+03:00", "2024-03-05T09:30:00Z")]
    [InlineData("level: Easy", "easy")]
    [InlineData("level: 3", "3")]
    [InlineData("topics: [b, a, b]", "b a")]
    [InlineData("topics: one, as it stands", "one, as it stands")]
    [InlineData("topics:\n  - b\n  - ~\n  - a", "b a")]
    [InlineData("scores: [1, 2.5]", "1 2.5")]
    [InlineData("next: posts/b.md", "kap:posts/b.md")]
    [InlineData("next: ../pages/about.md", "kap:pages/about.md")]
    [InlineData("next: \"[[A title|shown so]]\"", "kap:title/A%20title")]
    [InlineData("next: [[A title]]", "kap:title/A%20title")]
    [InlineData("others: [\"[[a]]\", posts/b.md]", "kap:title/a kap:posts/b.md")]
    public void A_value_is_read_as_its_type(string head, string value)
    {
        var (post, reader) = Read(head);

        var read = Assert.Single(reader.Read("posts/a.md", post));
        Assert.Equal(value, string.Join(' ', read.Values.Select(Text)));
        Assert.Empty(reader.Problems("posts/a.md", post, new Everything()));
    }

    [Theory]
    [InlineData("price: cheap")]
    [InlineData("price: 1,5")]
    [InlineData("price: 1e999")]
    [InlineData("price: [1, 2]")]
    [InlineData("price: { amount: 1 }")]
    [InlineData("sale: perhaps")]
    [InlineData("day: soon")]
    [InlineData("day: 3/4/2027")]
    [InlineData("level: middling")]
    [InlineData("note: [one, two]")]
    [InlineData("note: { a: b }")]
    [InlineData("next: https://example.org/")]
    [InlineData("next: media/lake.png")]
    [InlineData("topics: { a: b }")]
    [InlineData("topics: [{ a: b }]")]
    [InlineData("others: [https://example.org/]")]
    public void A_wrong_value_is_told_of_at_its_line_and_is_absent_and_the_text_is_published(string head)
    {
        var (post, reader) = Read("title: A\n" + head);

        Assert.Empty(reader.Read("posts/a.md", post));
        var problem = Assert.Single(reader.Problems("posts/a.md", post, new Everything()));
        Assert.Equal(("field-type", Severity.Warning, 3), (problem.Code, problem.Severity, problem.Line));
    }

    [Fact]
    public void Of_a_list_the_wrong_values_alone_are_absent()
    {
        var (post, reader) = Read("scores: [1, many, 2]");

        Assert.Equal("1 2", string.Join(' ', Assert.Single(reader.Read("posts/a.md", post)).Values.Select(Text)));
        var problem = Assert.Single(reader.Problems("posts/a.md", post, new Everything()));
        Assert.Contains("many", problem.Message);
    }

    [Fact]
    public void Of_a_long_list_the_first_values_count()
    {
        var (post, reader) = Read($"scores: [{string.Join(", ", Enumerable.Range(0, 60))}]");

        Assert.Equal(OwnFieldReader.MaxValues, Assert.Single(reader.Read("posts/a.md", post)).Values.Count);
        Assert.Equal("field-too-many", Assert.Single(reader.Problems("posts/a.md", post, new Everything())).Code);
    }

    [Fact]
    public void A_field_is_for_its_kinds_and_tags_alone()
    {
        const string head = "of_news: x\nof_pages: y";

        Assert.Empty(Names(head, "posts/a.md"));
        Assert.Equal(["of_news"], Names(head + "\ntags: [News]", "posts/a.md"));
        Assert.Equal(["of_pages"], Names(head, "pages/a.md"));
        Assert.Equal(["of_news", "of_pages"], Names(head + "\ntags: [News]", "pages/a.md"));
    }

    [Fact]
    public void A_post_that_is_not_there_is_told_of_at_the_line_of_its_field()
    {
        var (post, reader) = Read("title: A\nnext: posts/gone.md\nothers: [\"[[Nothing]]\"]");

        var problems = reader.Problems("posts/a.md", post, new Nothing());
        Assert.Equal(
            [("link-target-missing", 3), ("link-title-missing", 4)],
            problems.Select(problem => (problem.Code, problem.Line))
        );
    }

    [Fact]
    public void What_is_not_declared_is_kept_and_read_as_nothing()
    {
        var (post, reader) = Read("secret: x\nprice: 1");

        Assert.Contains(post.Written!, written => written.Key == "secret");
        Assert.Equal(["price"], reader.Read("posts/a.md", post).Select(one => one.Field.Name));
    }

    [Fact]
    public void Keys_and_values_take_four_kilobytes_and_what_does_not_fit_is_told_of_at_its_line()
    {
        var long1 = new string('x', 3_000);
        var result = Given.Rendered($"---\none: {long1}\ntwo: {long1}\nprice: 3\n---\nText.");

        Assert.Equal(["one", "price"], result.Post!.Metadata.Written!.Select(written => written.Key));
        Assert.Equal(3, Assert.Single(result.Problems, problem => problem.Code == "fields-too-large").Line);
    }

    [Fact]
    public void Thousands_of_keys_stay_within_it_too()
    {
        var head = string.Concat(Enumerable.Range(0, 1_500).Select(i => $"k{i}: 1\n"));
        var metadata = Given.Post($"---\n{head}---\nText.").Metadata;

        var json = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(metadata.Written);
        Assert.InRange(json.Length, 2_000, WrittenField.MaxBytes + 1_000);
    }

    private static string[] Names(string head, string path)
    {
        var (post, reader) = Read(head, path);
        return [.. reader.Read(path, post).Select(one => one.Field.Name)];
    }

    private static (PostMetadata Post, OwnFieldReader Reader) Read(string head, string path = "posts/a.md")
    {
        var site = SiteParser.Parse(Given.File(Site, "site.yaml"));
        Assert.Empty(site.Problems);
        return (Given.Metadata(head, path, site.Settings!.Rendering), new(site.Settings));
    }

    private static string Text(OwnValue value) =>
        value switch
        {
            OwnValue.Text text => text.Value,
            OwnValue.Number number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
            OwnValue.YesNo truth => truth.Value.ToString(),
            OwnValue.Moment moment => moment.At.ToString(
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                System.Globalization.CultureInfo.InvariantCulture
            ) + (moment.IsDay ? " day" : ""),
            OwnValue.Post post => post.Placeholder,
            _ => "?",
        };

    private sealed class Everything : ILinkTargets
    {
        public bool HasTitle(string title) => true;

        public bool Has(string path) => true;

        public IReadOnlyList<string> MediaNamed(string folder, string name) => [name];
    }

    private sealed class Nothing : ILinkTargets
    {
        public bool HasTitle(string title) => false;

        public bool Has(string path) => false;

        public IReadOnlyList<string> MediaNamed(string folder, string name) => [];
    }
}
