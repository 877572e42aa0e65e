using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Query.Search;
using KapFunctions.Query.Words;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Tests;

/// <summary>What readers type, beside what authors wrote.</summary>
public sealed class SearchWordTests : IDisposable
{
    private readonly SearchedSite site = new();

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("Straße", "strasse")]
    [InlineData("STRASSE", "straße")]
    [InlineData("Smørrebrød", "smorrebrod")]
    [InlineData("łódź", "lodz")]
    [InlineData("Đường", "duong")]
    [InlineData("Æsir", "aesir")]
    [InlineData("cœur", "coeur")]
    [InlineData("Þórr", "thorr")]
    [InlineData("ёлка", "елка")]
    [InlineData("чай", "чаи")]
    [InlineData("Σίσυφος", "σισυφος")]
    [InlineData("ΟΔΥΣΣΕΥΣ", "οδυσσευς")]
    [InlineData("عَرَبِيّ", "عربي")]
    [InlineData("عـــربي", "عربي")]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("pho\u00ADto\u00ADsynthesis", "photosynthesis")]
    [InlineData("zero\u200Bwidth", "zerowidth")]
    [InlineData("ＡＢＣ", "abc")]
    [InlineData("ﬁne", "fine")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("don’t", "don't")]
    [InlineData("don’t", "dont")]
    [InlineData("cafe\u0301", "café")]
    [InlineData("한국어를 배우는 학교에서", "학교")]
    [InlineData("학교가 있다", "학교에서")]
    [InlineData("東京都に住む", "東京")]
    [InlineData("東京都に住む", "京都に")]
    [InlineData("東京都に住む", "住")]
    [InlineData("ｶﾞｲﾄﾞ", "ガイド")]
    [InlineData("สวัสดีครับ", "สวัสดี")]
    [InlineData("हिन्दी भाषा", "हिन्दी")]
    [InlineData("We use C++ here", "c++")]
    [InlineData("We use C# here", "C#")]
    [InlineData("F#, too", "f#")]
    [InlineData("made with .NET and", ".net")]
    [InlineData("made with .NET and", "net")]
    [InlineData("her well-being matters", "wellbeing")]
    [InlineData("COVID-19 and after", "covid19")]
    [InlineData("in the U.S.A. today", "USA")]
    [InlineData("e‑mails came", "email")]
    [InlineData("co-operate", "cooperate*")]
    public async Task A_word_is_found_as_others_write_it(string written, string asked)
    {
        if (asked.EndsWith('*'))
        {
            // Of a hyphen nothing can be known: both parts are words.
            asked = "\"co operate\"";
        }

        using var view = await site.ViewAsync(("one", "Title", written), ("other", "Other", "Nothing of it."));

        Assert.Equal("one", site.Find(view, asked));
    }

    [Theory]
    [InlineData("vitamin C", "C++")]
    [InlineData("東京都", "京東")]
    [InlineData("a\0b", "\0")]
    public async Task What_is_another_word_is_not_found(string written, string asked)
    {
        using var view = await site.ViewAsync(("one", "Title", written));

        Assert.Equal("", site.Find(view, asked));
    }

    [Theory]
    [InlineData("en", "breathing", "breathes")]
    [InlineData("de", "Häuser", "Haus")]
    [InlineData("de", "Ängste", "angst")]
    [InlineData("fr", "l’amitié", "amitiés")]
    [InlineData("es", "canciones", "canción")]
    [InlineData("it", "ragazzi", "ragazzo")]
    [InlineData("nl", "lichamelijke", "lichamelijk")]
    [InlineData("pt-BR", "crianças", "criança")]
    public async Task A_word_is_found_in_its_other_forms(string language, string written, string asked)
    {
        site.Settings = new() { Rendering = new() { Language = language } };
        using var view = await site.ViewAsync(("one", "Title", $"— {written} —"));

        var hit = Assert.Single(view.Search(new SearchQuery(asked)).Hits);

        Assert.Contains($"<mark>{written}</mark>", hit.SnippetHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_very_form_that_was_asked_for_comes_first()
    {
        using var view = await site.ViewAsync(
            ("stem", "A", "They were treating it, treating it, and nobody knew what it was in the whole wide world."),
            ("exact", "B", "One treats some of all those that there are in the world.")
        );

        Assert.Equal("exact stem", site.Find(view, "treats"));
    }

    [Fact]
    public async Task Where_few_posts_have_all_words_those_that_have_some_follow()
    {
        using var view = await site.ViewAsync([
            ("both", "A", "Sleep and worry."),
            ("some", "B", "Worry alone."),
            .. Enumerable.Range(0, 2 * SearchQueries.MaxLoose).Select(i => ($"p{i}", "C", "Sleep on it.")),
        ]);

        var slugs = view.Search(new SearchQuery("worry sleep") { Limit = 200 })
            .Hits.Select(hit => hit.Post.Metadata!.Slug)
            .ToList();

        Assert.Equal(["both", "some"], slugs);
    }

    [Fact]
    public async Task A_title_outweighs_a_text_that_says_it_often()
    {
        using var view = await site.ViewAsync(
            ("text", "Something", string.Join(' ', Enumerable.Repeat("breath", 200))),
            ("title", "Breath", "A text of other words.")
        );

        Assert.Equal("title text", site.Find(view, "breath"));
    }

    [Theory]
    [InlineData("anxeity", "anxiety")]
    [InlineData("anxity", "anxiety")]
    [InlineData("anxiettty", "")]
    [InlineData("anxiet", "anxiety")]
    [InlineData("griff", "grief")]
    [InlineData("luss", "")]
    [InlineData("\"anxeity\"", "")]
    [InlineData("тревоаг", "тревога")]
    public async Task A_slip_in_a_longer_word_is_forgiven(string asked, string found)
    {
        using var view = await site.ViewAsync(
            ("anxiety", "A", "Anxiety"),
            ("grief", "B", "Grief"),
            ("loss", "C", "Loss"),
            ("тревога", "D", "Тревога")
        );

        Assert.Equal(found, site.Find(view, asked));
    }

    [Fact]
    public async Task A_word_that_posts_have_is_no_slip()
    {
        using var view = await site.ViewAsync([
            .. Enumerable.Range(0, Corrections.Few).Select(i => ($"brief{i}", "A", "brief")),
            ("grief", "B", "grief"),
        ]);

        Assert.DoesNotContain("grief", site.Find(view, "brief"), StringComparison.Ordinal);
        Assert.StartsWith("grief brief", site.Find(view, "grief"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("depression", "depression mood")]
    [InlineData("low mood", "depression mood")]
    [InlineData("low moods", "depression mood")]
    [InlineData("low", "low mood")]
    [InlineData("\"low mood\"", "mood")]
    public async Task Synonyms_of_the_site_are_found_as_well(string asked, string found)
    {
        site.Settings = new()
        {
            Synonyms =
            [
                ["low mood", "depression"],
            ],
        };
        using var view = await site.ViewAsync(
            (
                "low",
                "A",
                "Low tide in a very long text of many words that say nothing of what anybody would ever ask for."
            ),
            ("mood", "B", "Low mood"),
            ("depression", "C", "Depression")
        );

        Assert.Equal(found, string.Join(' ', site.Find(view, asked).Split(' ').Order()));
    }

    [Fact]
    public async Task What_was_found_by_fold_stem_synonym_or_within_a_run_is_marked()
    {
        site.Settings = new()
        {
            Synonyms =
            [
                ["treatment", "care"],
            ],
        };
        using var view = await site.ViewAsync(
            ("one", "ÉTUDES of care", "Études: <b>care</b>, treatments in 東京都 & more.")
        );

        var hit = Assert.Single(view.Search(new SearchQuery("etude treatment 東京")).Hits);

        Assert.StartsWith("<mark>ÉTUDES</mark> of", hit.TitleHtml, StringComparison.Ordinal);
        Assert.Contains("<mark>treatments</mark>", hit.SnippetHtml, StringComparison.Ordinal);
        Assert.Contains("<mark>東京</mark>都 &amp; more", hit.SnippetHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", hit.SnippetHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snippet_is_cut_between_words_around_what_was_asked_for()
    {
        var words = string.Join(' ', Enumerable.Range(0, 2000).Select(i => $"word{i}"));
        using var view = await site.ViewAsync(("one", "A", $"{words} needle\nand thread {words}"));

        var snippet = Assert.Single(view.Search(new SearchQuery("needle thread")).Hits).SnippetHtml;

        Assert.Matches(@"^…word\d+ .*<mark>needle</mark> and <mark>thread</mark> .* word\d+…$", snippet);
        Assert.InRange(snippet.Length, 100, SnippetWindow.Length + 60);
    }

    [Fact]
    public void Questions_texts_and_slips_are_bounded()
    {
        var stems = new Stems("en");
        var question = SearchQuestion.Read(string.Join(' ', Enumerable.Range(0, 1000).Select(i => $"w{i}")), stems)!;
        Assert.Equal(SearchQuestion.MaxWords, question.Parts.Count);

        var long1 = Assert.Single(WordScanner.Of(new string('a', 1_000_000)));
        Assert.Equal(WordScanner.MaxLength, long1.Folded.Length);
        Assert.Equal(
            Tokens.MaxCounted,
            Tokens
                .Of(string.Join(' ', Enumerable.Repeat("same", 1000)), stems)
                .Words.Split(' ')
                .Count(token => token == "=same")
        );
        Assert.False(Typos.MayHave(new string('a', Typos.MaxLength + 1)));
        Assert.InRange(Typos.Of(new string('a', Typos.MaxLength)).Count, 500, 1200);

        IReadOnlyList<string> group = [.. Enumerable.Range(0, 1000).Select(i => i == 0 ? "word" : $"other{i}")];
        var added = new Synonyms([group], stems).AddTo(SearchQuestion.Read("word word", stems)!);
        Assert.InRange(
            added.Parts.Sum(part => part.Asked.By.Count(by => by.By == FoundBy.Word)),
            2,
            Synonyms.MaxAdded + 2
        );
    }

    [Fact]
    public void A_text_is_folded_to_itself()
    {
        var random = new Random(17);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(
                Enumerable
                    .Range(0, 12)
                    .Select(_ => char.ConvertFromUtf32(random.Next(3) == 0 ? Any() : random.Next(0x20, 0x250)))
            );
            foreach (var word in WordScanner.Of(text))
            {
                Assert.InRange(word.End, word.Start + 1, text.Length);
                Assert.Equal(word.Folded, string.Concat(WordScanner.Of(word.Folded).Select(again => again.Folded)));
            }
        }

        int Any()
        {
            var code = random.Next(0x20, 0x2FFFF);
            return code is >= 0xD800 and < 0xE000 ? 'x' : code;
        }
    }
}
