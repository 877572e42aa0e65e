using System.Globalization;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;

namespace KapFunctions.Benchmarks.Query;

/// <summary>
/// A site of any size, the same on every run: ten years of posts, 500 tags and 60 authors of very different popularity,
/// one post in twenty featured, a few scheduled or expired.
/// </summary>
internal static class GeneratedSite
{
    public const int Tags = 500;
    public const int Authors = 60;
    public const int Topics = 50;
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Words =
    [
        .. from first in "an be co de er fo ga ha in ju ka lo ma ne or pa re si to ve".Split(' ')
        from middle in "la mi no ra se ti vo xu".Split(' ')
        from last in "ber den ght ing ler mon nce ple rst tion".Split(' ')
        select first + middle + last,
    ];

    /// <summary>Two posts in three have each of them.</summary>
    public static IReadOnlyList<OwnField> Fields { get; } =
    [
        new() { Name = "price", Type = OwnFieldType.Number },
        new()
        {
            Name = "level",
            Type = OwnFieldType.OneOf,
            Choices = ["level-0", "level-1", "level-2", "level-3", "level-4"],
        },
        new()
        {
            Name = "topics",
            Type = OwnFieldType.Text,
            IsList = true,
        },
    ];

    public static IEnumerable<IndexRow> Rows(int count) =>
        Enumerable
            .Range(0, count)
            .Select(IndexRow (i) => Post(i, count))
            .Append(
                new SiteRow
                {
                    Settings = new SiteSettings
                    {
                        Authors = [new Author { Name = "Ann", Slug = "author-0" }],
                        Fields = Fields,
                    },
                }
            );

    public static PostRow Post(int i, int count)
    {
        var random = new Random(i);
        var title = Text(random, random.Next(3, 10));
        var path = $"posts/{i % 100}/{i}-{title.Replace(' ', '-')}.md";
        return new PostRow
        {
            Path = path,
            Id = ContentIds.OfTag(path),
            FirstSeen = Now.AddDays(-1),
            State = PostState.Published,
            SourceETag = $"\"0x8DC{i:X12}\"",
            OnlineETag = $"\"0x8DC{i:X12}\"",
            Body = "bodies/" + ContentIds.OfAuthor(path) + ContentIds.OfTag(path),
            Good = "good/" + ContentIds.OfTag(path) + ContentIds.OfAuthor(path),
            Renderer = 1,
            Rendering = "0|UTC|en|redirects|",
            Metadata = Metadata(i, count, title, random),
        };
    }

    /// <summary>The word that is the <paramref name="number"/>th most common.</summary>
    public static string Word(int number) => Words[number];

    /// <summary>A number below <paramref name="count"/>, small ones far more often.</summary>
    public static int Popular(Random random, int count) => (int)(count * Math.Pow(random.NextDouble(), 3));

    /// <summary>Words with blanks between them, common ones far more often.</summary>
    public static string Text(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[Popular(random, Words.Length)]));

    private static PostMetadata Metadata(int i, int count, string title, Random random) =>
        new()
        {
            Title = title,
            Slug = $"{title.Replace(' ', '-')}-{i}",
            Date = Now.AddMinutes(-(3650d * 24 * 60 * i / count) + 1000),
            Expires = random.Next(200) == 0 ? Now.AddDays(random.Next(-100, 100)) : null,
            Featured = random.Next(20) == 0,
            Tags = [.. Numbers(random, random.Next(1, 5), Tags).Select(n => new TagReference($"Tag {n}", $"tag-{n}"))],
            Authors =
            [
                .. Numbers(random, random.Next(1, 3), Authors)
                    .Select(n => new TagReference($"Author {n}", $"author-{n}")),
            ],
            CustomExcerpt = random.Next(3) == 0 ? Text(random, 20) : null,
            Excerpt = Text(random, 50),
            FeatureImage = $"kap:media/pictures/{i}.jpg",
            WordCount = 800,
            ReadingTime = random.Next(1, 12),
            Written = [.. Written(random)],
        };

    private static IEnumerable<WrittenField> Written(Random random)
    {
        if (random.Next(3) > 0)
        {
            yield return new("price", 5, 8) { Text = random.Next(1_000).ToString(CultureInfo.InvariantCulture) };
        }

        if (random.Next(3) > 0)
        {
            yield return new("level", 6, 8) { Text = $"level-{Popular(random, 5)}" };
        }

        if (random.Next(3) > 0)
        {
            yield return new("topics", 7, 9)
            {
                Items = [.. Numbers(random, random.Next(1, 4), Topics).Select(n => $"topic-{n}")],
            };
        }
    }

    private static IEnumerable<int> Numbers(Random random, int count, int below) =>
        Enumerable.Range(0, count).Select(_ => Popular(random, below)).Distinct();
}
