using KapFunctions.Content.Text;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Terms;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;

namespace KapFunctions.Query.Tests.Nql;

/// <summary>
/// Random filters over random posts, against the plainest evaluation of what they mean: whatever way a query is planned, it
/// finds the same posts in the same order and counts them right.
/// </summary>
public sealed class RandomFilterTests : IDisposable
{
    private readonly TestIndex index = new();

    public void Dispose() => index.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_random_filter_finds_what_it_means(int seed)
    {
        var random = new Random(seed);
        var posts = Enumerable.Range(0, 120).Select(i => Post(random, i)).ToList();
        using var view = await index.ViewAsync([.. posts]);
        var visible = posts
            .Where(post => post.IsVisible(TestIndex.Noon))
            .OrderByDescending(post => post.PublishedAt)
            .ToList();
        for (var i = 0; i < 250; i++)
        {
            var (text, meaning) = Filter(random, depth: 2);
            var expected = visible.Where(meaning).Select(post => post.Metadata!.Slug).ToList();
            Assert.True(expected.SequenceEqual(Find.Slugs(view, text)), text);
            var page = view.Browse(
                new PostQuery
                {
                    Filter = Find.Filter(text),
                    Limit = 3,
                    Page = 2,
                }
            );
            Assert.True(page.Total == expected.Count, text);
            Assert.Equal(expected.Skip(3).Take(3), page.Posts.Select(post => post.Metadata!.Slug));
            var oldest = view.Browse(
                new PostQuery
                {
                    Filter = Find.Filter(text),
                    Order = "published_at asc",
                    Limit = 1,
                }
            );
            Assert.Equal(expected.TakeLast(1), oldest.Posts.Select(post => post.Metadata!.Slug));
        }
    }

    private static PostRow Post(Random random, int i) =>
        A.Post(
            $"p{i}",
            post =>
                post.Tagged([.. Some(random, "abcde", 3).Select(letter => "t-" + letter)])
                    .By([.. Some(random, "xyz", 2).Select(letter => "a-" + letter)]) with
                {
                    Date = TestIndex.Noon.AddHours(20 - i),
                    Expires = random.Next(8) == 0 ? TestIndex.Noon.AddHours(random.Next(-5, 5)) : null,
                    Featured = random.Next(3) == 0,
                    Title = $"Title {string.Concat(Some(random, "KLMN", 3))} {i}",
                    CustomExcerpt = random.Next(2) == 0 ? string.Concat(Some(random, "uvw", 2)) : null,
                    ReadingTime = random.Next(5),
                }
        );

    private static IEnumerable<char> Some(Random random, string letters, int most) =>
        Enumerable.Range(0, random.Next(most + 1)).Select(_ => letters[random.Next(letters.Length)]).Distinct();

    private static (string Text, Func<PostRow, bool> Meaning) Filter(Random random, int depth)
    {
        if (depth == 0 || random.Next(4) == 0)
        {
            return Condition(random);
        }

        var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Filter(random, depth - 1)).ToList();
        return random.Next(3) > 0
            ? (
                $"({string.Join('+', parts.Select(part => part.Text))})",
                post => parts.TrueForAll(part => part.Meaning(post))
            )
            : (
                $"({string.Join(',', parts.Select(part => part.Text))})",
                post => parts.Exists(part => part.Meaning(post))
            );
    }

    private static (string Text, Func<PostRow, bool> Meaning) Condition(Random random)
    {
        var (tag, other) = ("t-" + "abcdef"[random.Next(6)], "t-" + "abcdef"[random.Next(6)]);
        var author = "a-" + "xyz"[random.Next(3)];
        var letter = "klmno"[random.Next(5)];
        var number = random.Next(5);
        return random.Next(16) switch
        {
            0 => ($"tag:{tag}", post => Tags(post).Contains(tag)),
            1 => ($"tag:-{tag}", post => !Tags(post).Contains(tag)),
            2 => ($"tag:[{tag},{other}]", post => Tags(post).Contains(tag) || Tags(post).Contains(other)),
            3 => ($"tag:-[{tag},{other}]", post => !Tags(post).Contains(tag) && !Tags(post).Contains(other)),
            4 => ($"tag:[{tag}+{other}]", post => Tags(post).Contains(tag) && Tags(post).Contains(other)),
            5 => ($"primary_tag:{tag}", post => Tags(post).FirstOrDefault() == tag),
            6 => ($"primary_tag:-{tag}", post => Tags(post).FirstOrDefault() is { } first && first != tag),
            7 => ($"author:{author}", post => Authors(post).Contains(author)),
            8 => ($"author:-{author}", post => !Authors(post).Contains(author)),
            9 => ($"featured:{(number > 2 ? "true" : "false")}", post => post.Metadata!.Featured == number > 2),
            10 => ($"title:~'{letter}'", post => Has(post.Metadata!.Title, letter)),
            11 => ($"title:-~'{letter}'", post => !Has(post.Metadata!.Title, letter)),
            12 => ("custom_excerpt:null", post => post.Metadata!.CustomExcerpt is null),
            13 => ("custom_excerpt:-~'u'", post => post.Metadata!.CustomExcerpt is { } text && !Has(text, 'u')),
            14 => ($"reading_time:>={number}", post => post.Metadata!.ReadingTime >= number),
            _ => ($"published_at:<now-{number}d", post => post.PublishedAt < TestIndex.Noon.AddDays(-number)),
        };
    }

    private static List<string> Tags(PostRow post) => [.. post.Metadata!.Tags.Select(tag => tag.Slug)];

    private static List<string> Authors(PostRow post) => [.. post.Metadata!.Authors.Select(author => author.Slug)];

    private static bool Has(string text, char letter) => text.Contains(letter, StringComparison.OrdinalIgnoreCase);
}
