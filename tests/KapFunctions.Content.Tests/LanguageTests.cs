using KapFunctions.Content.Settings;
using KapFunctions.Content.Site;

namespace KapFunctions.Content.Tests;

public sealed class LanguageTests
{
    private static readonly RenderSettings InTwo = new() { Languages = ["en", "fr", "pt-BR"] };

    [Theory]
    [InlineData("posts/calm.md", "title: A", "calm", null)]
    [InlineData("posts/calm.fr.md", "title: A", "fr/calm", "posts/calm")]
    [InlineData("posts/calm.pt-br.md", "title: A", "pt-br/calm", "posts/calm")]
    [InlineData("posts/calm.en.md", "title: A", "calm", "posts/calm")]
    [InlineData("posts/calme.md", "lang: fr\ntranslation_of: posts/calm.md", "fr/calme", "posts/calm")]
    [InlineData("posts/calme.md", "lang: fr-CA\nslug: repos\ntranslation_of: calm", "fr/repos", "posts/calm")]
    [InlineData("posts/calm.sv.md", "title: A", "calm-sv", null)]
    [InlineData("posts/a.md", "translation_of: posts/a.md", "a", null)]
    public void A_text_stands_where_its_language_does(string path, string head, string slug, string? key)
    {
        var metadata = Given.Metadata(head, path, InTwo);

        Assert.Equal((slug, key), (metadata.Slug, metadata.TranslationKey));
    }

    [Theory]
    [InlineData("posts/calm.fr.md", "title: A", "calm-fr")]
    [InlineData("posts/calm.pt-br.md", "title: A", "calm-pt-br")]
    [InlineData("posts/calme.md", "lang: fr\ntranslation_of: posts/calm.md", "calme")]
    public void On_a_site_that_lists_no_languages_all_stands_where_it_did(string path, string head, string slug)
    {
        var metadata = Given.Metadata(head, path);

        Assert.Equal((slug, null), (metadata.Slug, metadata.TranslationKey));
    }

    [Fact]
    public void A_language_that_the_site_does_not_list_is_told()
    {
        Assert.Contains("language-unlisted", Given.Codes(Given.Rendered("Text.", "posts/calm.sv.md", InTwo)));
        Assert.DoesNotContain("language-unlisted", Given.Codes(Given.Rendered("Text.", "posts/calm.sv.md")));
    }

    [Fact]
    public void Where_a_language_begins_no_text_can_stand() =>
        Assert.Contains("slug-reserved", Given.Codes(Given.Rendered("Text.", "posts/fr.md", InTwo)));

    [Fact]
    public void A_translation_of_something_that_is_no_text_is_told() =>
        Assert.Contains(
            "field-address",
            Given.Codes(Given.Rendered("---\ntranslation_of: https://example.org/\n---\nText.", settings: InTwo))
        );

    [Fact]
    public void Fifty_languages_are_listed_and_no_more()
    {
        var tags = Enumerable.Range(0, 51).Select(i => $"{(char)('k' + (i / 26))}{(char)('a' + (i % 26))}");

        var result = SiteParser.Parse(Given.File($"languages: [{string.Join(", ", tags)}]", "site.yaml"));

        Assert.Equal(Languages.Max, result.Settings!.Languages.Count);
        Assert.Equal("site-value", Assert.Single(result.Problems).Code);
    }

    [Theory]
    [InlineData("languages: [en, fr, fr]", 2)]
    [InlineData("languages: [en, tag, api]", 1)]
    [InlineData("languages: [en, Klingonish]", 1)]
    public void What_is_no_language_of_a_site_is_left_out_and_told(string yaml, int count)
    {
        var result = SiteParser.Parse(Given.File(yaml, "site.yaml"));

        Assert.Equal(count, result.Settings!.Languages.Count);
        Assert.All(result.Problems, problem => Assert.Equal("site-value", problem.Code));
        Assert.NotEmpty(result.Problems);
    }

    [Fact]
    public void A_language_says_what_the_site_does_not()
    {
        var site = SiteParser
            .Parse(
                Given.File(
                    """
                    title: Practice
                    description: Calm
                    languages:
                      en:
                      fr:
                        title: Cabinet
                        disclaimer: Pas un conseil.
                        navigation:
                          - label: Accueil
                            url: /fr/
                    """,
                    "site.yaml"
                )
            )
            .Settings!;

        var french = site.In("fr");

        Assert.Equal(
            ("Cabinet", "Calm", "Pas un conseil.", "fr"),
            (french.Title, french.Description, french.Disclaimer, french.Rendering.Language)
        );
        Assert.Equal(new("Accueil", "/fr/"), Assert.Single(french.Navigation));
        Assert.Equal("Practice", site.In("en").Title);
    }
}
