using System.Text.RegularExpressions;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Query.Filters;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Sqlite;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;

namespace KapFunctions.Query.Tests.Nql;

/// <summary>Whatever is asked, SQL is made of words that stand here, and what was asked is a value beside it. Ghost's
/// <c>slug:[…]</c> was not: https://github.com/advisories/GHSA-w52v-v783-gw97.</summary>
public sealed partial class InjectionTests : IDisposable
{
    private const int Filters = 10_000;

    /// <summary>Stands in every text and, as digits, in every number that is asked.</summary>
    private const string Mark = "918273645";

    // csharpier-ignore
    private static readonly string[] Fields =
    [
        "title", "slug", "id", "excerpt", "custom_excerpt", "published_at", "updated_at", "featured",
        "reading_time", "visibility", "tag", "tags", "tags.name", "primary_tag", "author",
        "authors.slug", "primary_author", "type", "meta_title", "og_description", "feature_image",
        "codeinjection_head", "status", "page", "access", "fields.note", "fields.price", "fields.topics", "fields.next",
    ];

    private static readonly OwnField[] Declared =
    [
        new() { Name = "note" },
        new() { Name = "price", Type = OwnFieldType.Number },
        new() { Name = "topics", IsList = true },
        new() { Name = "next", Type = OwnFieldType.Post },
    ];

    private const string Vocabulary = """
        '#' '$.metadata.excerpt' '%Y-%m-%d %H:%M:%S' 'page' 'post' 'public' 'unixepoch'
        and as asc by case cast coalesce count desc distinct else end exists expires_at featured field folded from g id iif in
        indexed instr is json kind length limit lower name not null o offset or order original position post post_id post_slug
        post_title post_visible posting published_at reading_time s select slug source strftime substr term text text_of
        by field_of field_value group intersect json_each key m true union value
        then title type updated_at when where x
        """;

    // csharpier-ignore
    private static readonly string[] Attacks =
    [
        "'", "''", "\"", "\\", ";", "--", "/*", "*/", "$0", "?1", ":a", "%", "_", "\0", "\n", "`", "[",
        "]", "(", ")", " or 1=1", "') union select value from meta --",
        "' || (select key from meta) || '", "x' then 1 else 0 end", "char(39)", "ʼ", "＇", "\u2019",
        "\ud83d\ude00", "null", "nan", "1e999", "0x27",
    ];

    private readonly TestIndex index = new();

    public void Dispose() => index.Dispose();

    [Fact]
    public async Task Nothing_that_is_asked_ever_stands_in_an_SQL_text()
    {
        using var view = await index.ViewAsync([
            new SiteRow { Settings = new() { Fields = Declared } },
            .. Enumerable.Range(0, 20).Select(i => A.Post("p" + i)),
        ]);
        var random = new Random(20261130);
        var words = new SortedSet<string>(StringComparer.Ordinal);
        for (var read = 0; read < Filters; )
        {
            if (NqlFilter.ParsePosts(Filter(random, depth: 2), Declared).Filter is not { } filter)
            {
                continue;
            }

            read++;
            PostKind? kind = random.Next(3) switch
            {
                0 => PostKind.Post,
                1 => PostKind.Page,
                _ => null,
            };
            var order = random.Next(3) == 0 ? $"{Fields[random.Next(Fields.Length)]} desc" : null;
            var plan = new QueryPlan(kind, filter, order, new TermLookup(view), new OwnFieldLookup(view, _ => "p1"));
            string[] statements = [plan.Page(0, 15, new SqlValues()), CountOf(plan)];
            Assert.All(statements, sql => Assert.DoesNotContain(Mark, sql));
            words.UnionWith(statements.SelectMany(sql => Word().Matches(sql)).Select(word => word.Value));
        }

        Assert.Empty(words.Except(Word().Matches(Vocabulary).Select(word => word.Value)));
    }

    private static string CountOf(QueryPlan plan)
    {
        var all = "";
        plan.Count(
            (sql, _) =>
            {
                all += sql + '\n';
                return 0;
            }
        );
        return all;
    }

    private static string Filter(Random random, int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
        {
            var field = Fields[random.Next(Fields.Length)];
            return random.Next(4) == 0
                ? $"{field}:{(random.Next(2) == 0 ? "-" : "")}[{Value(random)},{Value(random)}]"
                : $"{field}:{Operators[random.Next(Operators.Length)]}{Value(random)}";
        }

        var joint = random.Next(2) == 0 ? "+" : ",";
        return $"({string.Join(joint, Enumerable.Range(0, random.Next(1, 4)).Select(_ => Filter(random, depth - 1)))})";
    }

    // csharpier-ignore
    private static readonly string[] Operators =
    [
        "", "", "-", ">", ">=", "<", "<=", "~", "-~", "~^", "-~^", "~$", "-~$",
    ];

    private static string Value(Random random)
    {
        var attack = Attacks[random.Next(Attacks.Length)];
        return random.Next(5) switch
        {
            0 => $"{Mark}{random.Next(1000)}",
            1 => $"{Mark}{attack}",
            2 => "null",
            3 => $"'{Mark}{attack}'",
            _ => $"'{attack.Replace("\\", "\\\\").Replace("'", "\\'")}{Mark}'",
        };
    }

    [GeneratedRegex(@"'[^']*'|[A-Za-z_]\w*")]
    private static partial Regex Word();
}
