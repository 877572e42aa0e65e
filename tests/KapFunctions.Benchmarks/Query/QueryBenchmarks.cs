using System.Diagnostics;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Sqlite;
using KapFunctions.Query.Terms;

namespace KapFunctions.Benchmarks.Query;

/// <summary>Lists with their totals, in the default order unless the name says otherwise.</summary>
internal sealed class QueryBenchmarks(Replica replica)
{
    private const int Times = 300;

    public void Run()
    {
        Fast("one tag", Tag);
        Fast("one author", Author);
        Fast("a range of dates", Dates);
        Fast("since a date", Since);
        Fast("featured", _ => "featured:true");
        Fast("tag and tag", random => $"{Tag(random)}+{Tag(random)}");
        Fast("tag or tag", random => $"tag:[{Tag(random)[4..]},{Tag(random)[4..]}]");
        Fast("tag and author", random => $"{Tag(random)}+{Author(random)}");
        Fast("author and author", random => $"{Author(random)}+{Author(random)}");
        Fast("tag and dates", random => $"{Tag(random)}+{Dates(random)}");
        Fast("tag and featured", random => $"{Tag(random)}+featured:true");
        Fast("author and dates", random => $"{Author(random)}+{Since(random)}");
        Fast("author and featured", random => $"{Author(random)}+featured:true");
        Fast("dates and featured", random => $"{Since(random)}+featured:true");
        Fast("primary tag", random => $"primary_{Tag(random)}");
        Slug();
        Fast("a number is", random => $"fields.price:{random.Next(1_000)}");
        Fast("one of", random => $"fields.level:level-{GeneratedSite.Popular(random, 5)}");
        Fast("one of two", random => $"fields.level:[level-{random.Next(2, 5)},level-{random.Next(2, 5)}]");
        Fast("a topic", Topic);
        Fast("a topic or another", random => $"fields.topics:[{Topic(random)[14..]},{Topic(random)[14..]}]");
        Fast("a topic and a tag", random => $"{Topic(random)}+{Tag(random)}");
        Fast("a topic by price", Topic, "fields.price desc");
        Fast("few numbers", random => $"fields.price:<{random.Next(1, 20)}");
        Fast("a price, dearest first", _ => "fields.price:-null", "fields.price desc");
        Slow("numbers above", random => $"fields.price:>{random.Next(1_000)}");
        Slow("numbers above, a level", random => $"fields.price:>{random.Next(1_000)}+fields.level:-level-0");
        Slow("another level", random => $"fields.level:-level-{random.Next(5)}");
        Slow("no price", _ => "fields.price:null");
        Slow("none of its topics", random => Topic(random).Replace(":", ":-"));
        Slow("a topic contains", random => $"fields.topics:~'ic-{random.Next(50)}'");
        Slow("a level contains", random => $"fields.level:~'-{random.Next(5)}'");
        Slow("all by price", _ => null, "fields.price desc");
        Slow("by price upwards", Since, "fields.price asc");
        Slow("title contains", random => $"title:~'{Word(random)}'");
        Slow("title contains, in a tag", random => $"title:~'{Word(random)}'+{Tag(random)}");
        Slow("excerpt contains", random => $"custom_excerpt:~'{Word(random)}'");
        Slow("title ends", random => $"title:~$'{Word(random)}'");
        Slow("without a tag", random => $"tag:-tag-{GeneratedSite.Popular(random, GeneratedSite.Tags)}");
        Slow("without two tags", random => $"{Tag(random).Replace(":", ":-")}+{Tag(random).Replace(":", ":-")}");
        Slow("without an author", random => $"author:-author-{GeneratedSite.Popular(random, GeneratedSite.Authors)}");
        Slow("not featured", random => $"featured:-true+{Since(random)}");
        Slow("title lacks", random => $"title:-~'{Word(random)}'");
        Slow("no excerpt", random => $"custom_excerpt:null+{Since(random)}");
        Slow("by title", Since, "title asc");
        Slow("by slug", Since, "slug asc");
        Slow("by date of change", Since, "updated_at desc");
        Slow("by reading time and title", Since, "reading_time desc, title asc");
        Slow("by date of change, a tag", Tag, "updated_at asc");
        Slow("oldest first", Since, "published_at asc");
        Slow("page 2000 of all", _ => null, null, page: 2000);
        Slow("page 2000 by slug: a deep page of an odd order sorts all", _ => null, "slug asc", page: 2000);
    }

    /// <summary>A hundred text matches over all posts: refused, and soon.</summary>
    public void Refuse()
    {
        var filter = NqlFilter
            .ParsePosts(string.Join(',', Enumerable.Range(0, 100).Select(i => $"title:~'{i}'")))
            .Filter!;
        var start = Stopwatch.GetTimestamp();
        var refused = false;
        try
        {
            using var view = replica.Read(GeneratedSite.Now);
            view.Browse(new PostQuery { Filter = filter });
        }
        catch (QueryLimitException)
        {
            refused = true;
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Timing.Line("a hundred text matches, refused after", $"{seconds:F1} s", "2 s", refused && seconds <= 2);
    }

    private void Fast(string what, Func<Random, string?> filter, string? order = null) =>
        Time(what, 15, filter, order, 1);

    private void Slow(string what, Func<Random, string?> filter, string? order = null, int page = 1) =>
        Time(what, 40, filter, order, page);

    private void Time(string what, double bar, Func<Random, string?> filter, string? order, int page) =>
        Timing.Print(
            what,
            bar,
            Times,
            i =>
            {
                var text = filter(new Random(i));
                using var view = replica.Read(GeneratedSite.Now.AddSeconds(i));
                view.Browse(
                    new PostQuery
                    {
                        Filter = text is null ? null : NqlFilter.ParsePosts(text, GeneratedSite.Fields).Filter!,
                        Order = order,
                        Page = page,
                    }
                );
            }
        );

    private void Slug()
    {
        Timing.Print(
            "one slug",
            15,
            Times,
            i =>
            {
                using var view = replica.Read(GeneratedSite.Now);
                view.FindBySlug(PostKind.Post, GeneratedSite.Post(5000 + (100 * i), 100_000).Metadata!.Slug);
            }
        );
        Fast("slug filter", random => $"slug:'{GeneratedSite.Post(random.Next(100_000), 100_000).Metadata!.Slug}'");
    }

    private static string Topic(Random random) =>
        $"fields.topics:topic-{GeneratedSite.Popular(random, GeneratedSite.Topics)}";

    private static string Tag(Random random) => $"tag:tag-{GeneratedSite.Popular(random, GeneratedSite.Tags)}";

    private static string Author(Random random) =>
        $"author:author-{GeneratedSite.Popular(random, GeneratedSite.Authors)}";

    private static string Since(Random random) => $"published_at:>='{Date(random.Next(3600))}'";

    private static string Dates(Random random)
    {
        var days = random.Next(3600);
        return $"published_at:>='{Date(days)}'+published_at:<'{Date(random.Next(days))}'";
    }

    private static string Date(int daysAgo) => GeneratedSite.Now.AddDays(-daysAgo).ToString("yyyy-MM-dd", null);

    private static string Word(Random random) => GeneratedSite.Text(random, 1)[..4];
}
