using System.Globalization;
using System.Text;
using KapFunctions.Content.Metadata;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Site;

namespace KapFunctions.Content.Tests.OwnFields;

/// <summary>What <c>site.yaml</c> may declare, and what it is told of where it may not.</summary>
public sealed class DeclarationTests
{
    [Theory]
    [InlineData("text", OwnFieldType.Text, false)]
    [InlineData("number", OwnFieldType.Number, false)]
    [InlineData("yes/no", OwnFieldType.YesNo, false)]
    [InlineData("date", OwnFieldType.Date, false)]
    [InlineData("post", OwnFieldType.Post, false)]
    [InlineData("one of easy, hard", OwnFieldType.OneOf, false)]
    [InlineData("one of [easy, hard]", OwnFieldType.OneOf, false)]
    [InlineData("list of text", OwnFieldType.Text, true)]
    [InlineData("List of Number", OwnFieldType.Number, true)]
    [InlineData("list of one of easy, hard", OwnFieldType.OneOf, true)]
    [InlineData("list of post", OwnFieldType.Post, true)]
    public void Every_type_can_be_written_on_one_line(string type, OwnFieldType meant, bool isList)
    {
        var field = Assert.Single(Read($"fields:\n  mine: {type}\n").Fields);

        Assert.Equal(("mine", meant, isList), (field.Name, field.Type, field.IsList));
        Assert.Equal(meant == OwnFieldType.OneOf ? ["easy", "hard"] : [], field.Choices);
        Assert.True(field is { OfPosts: true, OfPages: true });
    }

    [Fact]
    public void A_field_may_say_more_in_a_map_or_stand_in_a_list()
    {
        const string map = """
            fields:
              price:
                type: number
                help: In euros, without the sign.
                for: [posts, "tag:Company News"]
              level: { type: one of, choices: [easy, hard] }
            tags:
              - name: Company News
                slug: news
            """;
        const string list = """
            fields:
              - name: price
                type: number
                help: In euros, without the sign.
                for: posts, news
              - { name: level, type: one of, options: "easy, hard" }
            tags:
              - name: Company News
                slug: news
            """;

        foreach (var fields in new[] { Read(map).Fields, Read(list).Fields })
        {
            Assert.Equal(["price", "level"], fields.Select(field => field.Name));
            Assert.Equal("In euros, without the sign.", fields[0].Help);
            Assert.True(fields[0] is { OfPosts: true, OfPages: false });
            Assert.Contains("company-news", fields[0].Tags);
            Assert.Equal(["easy", "hard"], fields[1].Choices);
        }
    }

    [Theory]
    [InlineData("title: text")]
    [InlineData("Tags: list of text")]
    [InlineData("pub_date: date")]
    [InlineData("draft: yes/no")]
    [InlineData("extra: text")]
    [InlineData("og_title: text")]
    [InlineData("my-price: number")]
    [InlineData("7up: text")]
    [InlineData("größe: number")]
    [InlineData("price: money")]
    [InlineData("price: list of list of text")]
    [InlineData("price: one of")]
    [InlineData("price: { help: A sentence. }")]
    [InlineData("price: [number]")]
    [InlineData("price:")]
    public void What_cannot_be_a_field_is_told_of_at_its_line_and_left_out(string line)
    {
        var result = SiteParser.Parse(Given.File($"title: A\nfields:\n  {line}\n  other: text\n", "site.yaml"));

        Assert.Equal(["other"], result.Settings!.Fields.Select(field => field.Name));
        Assert.Contains(result.Problems, problem => problem is { Code: "site-value", Line: 3 });
    }

    [Fact]
    public void Two_names_that_heads_cannot_tell_apart_are_one_field()
    {
        var result = SiteParser.Parse(Given.File("fields:\n  event_date: date\n  eventDate: text\n", "site.yaml"));

        Assert.Equal(OwnFieldType.Date, Assert.Single(result.Settings!.Fields).Type);
        Assert.Contains(result.Problems, problem => problem is { Code: "site-value", Line: 3 });
    }

    [Fact]
    public void Of_a_thousand_fields_the_first_hundred_count_and_the_rest_is_told_of_once()
    {
        var text = new StringBuilder("fields:\n");
        for (var i = 0; i < 1_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  f{i}: number\n");
        }

        var result = SiteParser.Parse(Given.File(text.ToString(), "site.yaml"));

        Assert.Equal(OwnField.MaxFields, result.Settings!.Fields.Count);
        Assert.Equal("f99", result.Settings.Fields[^1].Name);
        Assert.Single(result.Problems, problem => problem is { Code: "site-value", Line: 102 });
    }

    /// <summary>The reader of heads is asked, so a key that it learns is known here, too.</summary>
    [Theory]
    [InlineData(
        "title date publishDate pub_date published_at draft private hidden status visibility slug permalink url path"
    )]
    [InlineData(
        "aliases alias redirect_from tags tag categories category series author authors description summary excerpt"
    )]
    [InlineData(
        "image images feature_image heroImage cover thumbnail featured pinned sticky canonical meta_title og_image"
    )]
    [InlineData(
        "reviewed reviewed_by sources lang language locale id guid expires expiryDate updated lastmod extra taxonomies"
    )]
    public void Keys_of_every_head_are_no_field(string keys) =>
        Assert.All(keys.Split(' '), key => Assert.True(OwnKeys.IsBuiltIn(key), key));

    [Theory]
    [InlineData("price", false)]
    [InlineData("weight", false)]
    [InlineData("topics", false)]
    [InlineData("unlisted", true)]
    [InlineData("titel", true)]
    [InlineData("datum", true)]
    public void Only_a_field_that_looks_like_a_slip_changes_how_heads_are_read(string name, bool changes)
    {
        var without = new SiteSettings().Rendering.Fingerprint;

        Assert.Equal(changes, Read($"fields:\n  {name}: text\n").Rendering.Fingerprint != without);
    }

    [Fact]
    public void A_declared_field_hides_nothing_and_is_no_slip()
    {
        var site = Read("fields:\n  unlisted: yes/no\n  titel: text\n  datum: date\n");
        var post = Given.File("---\nunlisted: yes\ntitel: x\ndatum: 2099-01-01\n---\n# A\n\nText.");

        var rendered = PostRenderer.Render(post, site.Rendering);
        var plain = PostRenderer.Render(post, new RenderSettings());

        Assert.Empty(rendered.Problems);
        Assert.False(rendered.Post!.Metadata.Draft);
        Assert.Null(rendered.Post.Metadata.Date);
        Assert.True(plain.Post!.Metadata.Draft);
    }

    private static SiteSettings Read(string yaml)
    {
        var result = SiteParser.Parse(Given.File(yaml, "site.yaml"));
        Assert.Empty(result.Problems);
        return result.Settings!;
    }
}
