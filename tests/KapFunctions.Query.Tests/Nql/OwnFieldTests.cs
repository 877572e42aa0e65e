using System.Globalization;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;

namespace KapFunctions.Query.Tests.Nql;

/// <summary>Filters and orders on the fields that a site declares.</summary>
public sealed class OwnFieldTests : IDisposable
{
    private static readonly OwnField[] Declared =
    [
        Field("price", OwnFieldType.Number),
        Field("note", OwnFieldType.Text),
        Field("sale", OwnFieldType.YesNo),
        Field("day", OwnFieldType.Date),
        Field("next", OwnFieldType.Post),
        Field("topics", OwnFieldType.Text) with
        {
            IsList = true,
        },
        Field("scores", OwnFieldType.Number) with
        {
            IsList = true,
        },
    ];

    private readonly TestIndex index = new();

    public void Dispose() => index.Dispose();

    [Theory]
    [InlineData("fields.price:12.5", "b")]
    [InlineData("fields.price:>12", "b c")]
    [InlineData("fields.price:>'-4'", "a b c e")]
    [InlineData("fields.price:-12.5", "a c e")]
    [InlineData("fields.price:[3,12.5]", "a b")]
    [InlineData("fields.price:-[3,12.5]", "c e")]
    [InlineData("fields.price:null", "d f")]
    [InlineData("fields.price:-null", "a b c e")]
    [InlineData("fields.price:[null]", "")]
    [InlineData("fields.price:>=3+fields.price:<13", "a b")]
    [InlineData("fields.price:null,fields.price:>=100", "c d f")]
    [InlineData("fields.PRICE:3", "a")]
    [InlineData("fields.note:'Über Schlaf'", "a")]
    [InlineData("fields.note:~'SCHLAF'", "a")]
    [InlineData("fields.note:-~'schlaf'", "b")]
    [InlineData("fields.note:007", "b")]
    [InlineData("fields.sale:true", "a")]
    [InlineData("fields.sale:-true", "b")]
    [InlineData("fields.sale:no", "b")]
    [InlineData("fields.day:'2026-05-01'", "a")]
    [InlineData("fields.day:>'2026-05-01'", "b")]
    [InlineData("fields.day:<now-30d", "a")]
    [InlineData("fields.topics:sleep", "a b")]
    [InlineData("fields.topics:-sleep", "c d e f")]
    [InlineData("fields.topics:[sleep,grief]", "a b c")]
    [InlineData("fields.topics:-[sleep,grief]", "d e f")]
    [InlineData("fields.topics:[sleep+grief]", "b")]
    [InlineData("fields.topics:~'gri'", "b c")]
    [InlineData("fields.topics:null", "d e f")]
    [InlineData("fields.topics:-null", "a b c")]
    [InlineData("fields.scores:>4", "a b")]
    [InlineData("fields.scores:>4+fields.price:>5", "b")]
    [InlineData("fields.topics:sleep+tag:cbt", "b")]
    [InlineData("fields.topics:sleep,tag:cbt", "a b d")]
    [InlineData("fields.next:b", "a")]
    [InlineData("fields.next:-b", "d")]
    [InlineData("fields.next:~'c'", "d")]
    [InlineData("fields.next:null", "b c e f")]
    [InlineData("fields.next:-null", "a d")]
    public async Task A_filter_finds_what_a_built_in_field_of_the_type_would_find(string filter, string slugs)
    {
        using var view = await SiteAsync();
        Assert.Equal(slugs, string.Join(' ', Slugs(view, filter)));
    }

    [Theory]
    [InlineData(null, "fields.price desc", "c b a e d f")]
    [InlineData(null, "fields.price asc", "d f e a b c")]
    [InlineData("fields.price:-null", "fields.price asc", "e a b c")]
    [InlineData("fields.price:>0", "fields.price desc", "c b a")]
    [InlineData("fields.price:[3,100]", "fields.price desc", "c a")]
    [InlineData("fields.topics:~'e'", "fields.price desc", "c b a")]
    [InlineData(null, "fields.note desc, slug desc", "a b f e d c")]
    [InlineData(null, "fields.topics asc", "a b c d e f")]
    [InlineData(null, "fields.next asc", "a b c d e f")]
    [InlineData(null, "fields.secret asc", "a b c d e f")]
    public async Task An_order_puts_what_has_no_value_where_built_in_ones_do(string? filter, string order, string slugs)
    {
        using var view = await SiteAsync();
        Assert.Equal(slugs, string.Join(' ', Slugs(view, filter, order)));
    }

    [Theory]
    [InlineData("fields.secret:x")]
    [InlineData("fields.secret:null")]
    [InlineData("fields.unknown:x")]
    [InlineData("fields.:x")]
    [InlineData("secret:x")]
    [InlineData("fields.price:cheap")]
    [InlineData("fields.price:true")]
    [InlineData("fields.price:'1,5'")]
    [InlineData("fields.sale:perhaps")]
    [InlineData("fields.day:soon")]
    public void What_is_not_declared_and_values_of_another_type_are_mistakes(string filter) =>
        Assert.NotNull(NqlFilter.ParsePosts(filter, Declared).Error);

    [Fact]
    public async Task A_field_is_found_as_soon_as_it_is_declared_and_no_longer_when_it_is_not()
    {
        index.Commit(Posts());
        var replica = await index.LoadAsync();
        Assert.True(replica.Apply([index.Commit(Site(Declared))]));
        using (var view = replica.Read(TestIndex.Noon))
        {
            Assert.Equal(["b"], Slugs(view, "fields.price:12.5"));
        }

        // Another type reads the same heads anew.
        Assert.True(replica.Apply([index.Commit(Site(Field("price", OwnFieldType.Text)))]));
        using (var view = replica.Read(TestIndex.Noon))
        {
            Assert.Equal(["b"], Slugs(view, "fields.price:~'12.'"));
            Assert.Equal(1, view.Number("select count(distinct name) from field_of"));
        }

        Assert.True(replica.Apply([index.Remove(IndexKeys.Site)]));
        using (var view = replica.Read(TestIndex.Noon))
        {
            Assert.Equal(0, view.Number("select count(*) from field_of"));
        }
    }

    [Fact]
    public async Task Whatever_the_order_of_rows_and_changes_the_values_are_those_of_a_fresh_replica()
    {
        var random = new Random(1);
        index.Commit(Site(Declared));
        var replica = await index.LoadAsync();
        for (var i = 0; i < 60; i++)
        {
            IndexRow row =
                random.Next(6) == 0
                    ? Site([.. Declared.Where(_ => random.Next(2) == 0)])
                    : Random(random, random.Next(12));
            Assert.True(replica.Apply([index.Commit(row)]));
        }

        using var followed = replica.Read(TestIndex.Noon);
        using var fresh = new TestIndex();
        using var loaded = await fresh.ViewAsync([.. index.Rows.Reverse()]);
        Assert.Equal(Values(loaded), Values(followed));
        Assert.NotEmpty(Values(loaded));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_random_filter_finds_what_it_means_and_counts_and_pages_it_right(int seed)
    {
        var random = new Random(seed);
        var posts = Enumerable.Range(0, 100).Select(i => Random(random, i)).ToList();
        using var view = await index.ViewAsync([Site(Declared), .. posts]);
        var visible = posts.OrderByDescending(post => post.PublishedAt).ToList();
        for (var i = 0; i < 200; i++)
        {
            var (text, meaning) = Filter(random, depth: 2);
            var expected = visible.Where(post => meaning(Head(post))).Select(post => post.Metadata!.Slug).ToList();
            Assert.True(expected.SequenceEqual(Slugs(view, text)), text);
            var page = view.Browse(Query(view, text) with { Limit = 3, Page = 2 });
            Assert.True(page.Total == expected.Count, text);
            Assert.Equal(expected.Skip(3).Take(3), page.Posts.Select(post => post.Metadata!.Slug));
            Assert.Equal(
                visible
                    .Where(post => meaning(Head(post)))
                    .OrderByDescending(post => Head(post).Price ?? double.MinValue)
                    .Select(post => post.Metadata!.Slug),
                Slugs(view, text, "fields.price desc")
            );
            var order = $"fields.price {(i % 2 == 0 ? "asc" : "desc")}";
            Assert.Equal(
                Slugs(view, text, order),
                Enumerable
                    .Range(1, 1 + (expected.Count / 7))
                    .SelectMany(number => view.Browse(Query(view, text, order) with { Limit = 7, Page = number }).Posts)
                    .Select(post => post.Metadata!.Slug)
            );
        }
    }

    private static (string Text, Func<HeadOf, bool> Meaning) Filter(Random random, int depth)
    {
        if (depth > 0 && random.Next(3) > 0)
        {
            var (one, other) = (Filter(random, depth - 1), Filter(random, depth - 1));
            return random.Next(2) == 0
                ? ($"({one.Text}+{other.Text})", head => one.Meaning(head) && other.Meaning(head))
                : ($"({one.Text},{other.Text})", head => one.Meaning(head) || other.Meaning(head));
        }

        var number = random.Next(6);
        var (topic, second) = ($"t{random.Next(4)}", $"t{random.Next(4)}");
        return random.Next(8) switch
        {
            0 => ($"fields.price:>{number}", head => head.Price > number),
            1 => ($"fields.price:-{number}", head => head.Price is { } price && price != number),
            2 => ("fields.price:null", head => head.Price is null),
            3 => ($"fields.price:[{number},2]", head => head.Price == number || head.Price == 2),
            4 => ($"fields.topics:{topic}", head => head.Topics.Contains(topic)),
            5 => ($"fields.topics:-{topic}", head => !head.Topics.Contains(topic)),
            6 => ($"fields.topics:[{topic},{second}]", head => head.Topics.Any(one => one == topic || one == second)),
            _ => ($"fields.topics:>{topic}", head => head.Topics.Any(one => string.CompareOrdinal(one, topic) > 0)),
        };
    }

    private sealed record HeadOf(double? Price, IReadOnlyList<string> Topics);

    private static HeadOf Head(PostRow post)
    {
        var written = post.Metadata!.Written!.ToDictionary(one => one.Key);
        return new(
            written.TryGetValue("price", out var price)
                ? double.Parse(price.Text!, CultureInfo.InvariantCulture)
                : null,
            written.TryGetValue("topics", out var topics) ? topics.Items! : []
        );
    }

    private static PostRow Random(Random random, int i)
    {
        var written = new List<WrittenField> { Text("secret", "x") };
        if (random.Next(3) > 0)
        {
            written.Add(Text("price", random.Next(6).ToString(CultureInfo.InvariantCulture)));
        }

        if (random.Next(3) > 0)
        {
            written.Add(
                Items("topics", [.. Enumerable.Range(0, 4).Where(_ => random.Next(2) == 0).Select(t => $"t{t}")])
            );
        }

        return A.Post($"p{i}", post => post with { Written = written }, daysAgo: i + 1);
    }

    private Task<View> SiteAsync() => index.ViewAsync([Site(Declared), .. Posts()]);

    private static PostRow[] Posts() =>
        [
            With(
                "a",
                1,
                Text("price", "3"),
                Text("note", "Über Schlaf"),
                Text("sale", "yes"),
                Text("day", "2026-05-01"),
                Items("topics", "sleep"),
                Items("scores", "1", "5"),
                Text("next", "b.md")
            ),
            With(
                "b",
                2,
                Text("Price", "12.50"),
                Text("note", "007"),
                Text("sale", "no"),
                Text("day", "2026-06-14 10:00"),
                Items("topics", "sleep", "grief"),
                Items("scores", "4.5")
            ),
            With(
                "c",
                3,
                Text("price", "100"),
                Items("topics", "grief"),
                Items("scores", "4"),
                Text("next", "[[Hidden]]")
            ),
            With("d", 4, Text("price", "cheap"), Text("next", "[[c]]")),
            With("e", 5, Text("price", "-3.5"), Text("secret", "x")),
            With("f", 6),
            With("hidden", -5, Text("price", "12.5")),
        ];

    private static PostRow With(string slug, int daysAgo, params WrittenField[] written) =>
        A.Post(
            slug,
            post =>
                (slug is "b" or "d" ? post.Tagged("cbt") : post) with
                {
                    Written = written.Length == 0 ? null : written,
                },
            daysAgo
        );

    private static WrittenField Text(string key, string text) => new(key, 2, 1) { Text = text };

    private static WrittenField Items(string key, params string[] items) => new(key, 2, 1) { Items = items };

    private static OwnField Field(string name, OwnFieldType type) => new() { Name = name, Type = type };

    private static SiteRow Site(params OwnField[] fields) => new() { Settings = new SiteSettings { Fields = fields } };

    private static List<string> Values(View view) =>
        view.Rows(
            "select f.name, s.path, f.position, f.value from field_of f join source s on s.post = f.post order by 1, 2, 3",
            row => $"{row.GetString(0)} {row.GetString(1)} {row.GetInt64(2)} {row.GetValue(3)}"
        );

    private static PostQuery Query(View view, string? filter, string? order = null)
    {
        var read = filter is null ? null : NqlFilter.ParsePosts(filter, view.Site.Settings.Fields);
        Assert.True(read?.Error is null, $"{filter}: {read?.Error}");
        return new PostQuery
        {
            Filter = read?.Filter,
            Order = order,
            Limit = null,
        };
    }

    private static List<string> Slugs(View view, string? filter, string? order = null)
    {
        var page = view.Browse(Query(view, filter, order));
        Assert.Equal(page.Total, page.Posts.Count);
        return [.. page.Posts.Select(post => post.Metadata!.Slug)];
    }
}
