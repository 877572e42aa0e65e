using System.Globalization;
using KapFunctions.Testing;

namespace KapFunctions.EndToEnd.Clients;

/// <summary>Posts whose texts, dates, tags and authors differ in all the ways that filters ask about.</summary>
public sealed class FilterSite : IAsyncLifetime
{
    private const int Posts = 60;

    private static readonly string[] Words =
    [
        "Calm",
        "calm",
        "Über",
        "2020",
        "007",
        "100%",
        "snake_case",
        "it's",
        "\"quoted\"",
        "null",
        "true",
        "now",
        "naïve",
        "O\\B",
        "sleep",
        "Walk",
    ];

    private TestSite? site;

    /// <summary>The site.</summary>
    internal TestSite Site => site!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        site = await TestSite.StartAsync();
        var random = new Random(7);
        var posts = Enumerable.Range(0, Posts).Select(number => Markdown(random, number)).ToList();
        await Parallel.ForEachAsync(
            posts.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (post, _) => await site.UploadAsync($"posts/{post.Index}.md", post.Item)
        );
        await site.WaitAsync(
            "/api/posts?limit=1&fields=slug",
            reply =>
                reply.Status == 200
                && reply.Json.GetProperty("meta").GetProperty("pagination").GetProperty("total").GetInt32() == Posts
        );
    }

    /// <inheritdoc />
    public Task DisposeAsync() => Site.DisposeAsync().AsTask();

    private static string Markdown(Random random, int number)
    {
        var date = new DateTime(2026, 6, 1).AddSeconds(-random.Next(80_000_000));
        List<string> lines =
        [
            $"title: {Quoted(number % 9 == 0 ? Words[number % Words.Length] : $"{Word()} {Word()} {number}")}",
            $"slug: {(number % 11 == 0 ? 2000 + number : $"post-{number}")}",
            $"date: {date.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}",
            $"featured: {(random.Next(3) == 0 ? "true" : "false")}",
            $"tags: [{Some(3, "Alpha", "Beta", "Gamma", "2020", "Getting Started")}]",
            $"authors: [{Some(2, "Jane Doe", "John Roe", "Ada")}]",
        ];
        Sometimes(2, $"excerpt: {Quoted($"{Word()} {Word()}")}");
        Sometimes(3, $"meta_title: {Quoted(Word())}");
        Sometimes(3, $"feature_image: https://example.com/{random.Next(4)}.png");
        Sometimes(4, $"canonical_url: https://example.com/{random.Next(4)}");
        return $"---\n{string.Join('\n', lines)}\n---\n\nText.\n";

        string Word() => Words[random.Next(Words.Length)];

        string Some(int most, params string[] names) =>
            string.Join(
                ", ",
                Enumerable
                    .Range(0, random.Next(most + 1))
                    .Select(_ => Quoted(names[random.Next(names.Length)]))
                    .Distinct()
            );

        void Sometimes(int oneIn, string line)
        {
            if (random.Next(oneIn) == 0)
            {
                lines.Add(line);
            }
        }
    }

    /// <summary>As YAML writes any text: JSON's strings are its double-quoted ones.</summary>
    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
