using System.Diagnostics;
using KapFunctions.Query.Nql;

namespace KapFunctions.Query.Tests.Nql;

public sealed class ParserTests
{
    [Theory]
    [InlineData("tag:cbt")]
    [InlineData("tag:-cbt+featured:true")]
    [InlineData("(tag:cbt,author:ann)+published_at:>'2024-01-01'")]
    [InlineData("slug:2020")]
    [InlineData("slug:2020-recap")]
    [InlineData("tag:foo;bar")]
    [InlineData("title:it’s")]
    [InlineData("title:~'x'+title:-~'y'+title:~^'z'+title:~$'q'+title:-~^'a'+title:-~$'b'")]
    [InlineData("title:'it\\'s'")]
    [InlineData("tags:[one,two]")]
    [InlineData("tags:[one+two]")]
    [InlineData("tags:-[one, two]")]
    [InlineData("published_at:>now-30d")]
    [InlineData("published_at:<=now+2M+tag:x")]
    [InlineData(" tag : cbt ", false)]
    [InlineData(" tag: cbt + featured: true ")]
    [InlineData("custom_excerpt:null,custom_excerpt:-null,featured:TRUE,featured:False,title:NULL")]
    [InlineData("title:a")]
    [InlineData("tag:a b", false)]
    [InlineData("tag:foo:bar", false)]
    [InlineData("title:~foo", false)]
    [InlineData("", false)]
    [InlineData("tag:[a,b]", false)]
    [InlineData("title:é", false)]
    [InlineData("title:éa")]
    [InlineData("tag:", false)]
    [InlineData("tag", false)]
    [InlineData("tag:cbt+", false)]
    [InlineData("(tag:cbt", false)]
    [InlineData("tag:cbt)", false)]
    [InlineData("tag:-[one+two]", false)]
    [InlineData("tag:[one+two,three]", false)]
    [InlineData("tag:[one", false)]
    [InlineData("tag:[]", false)]
    [InlineData("title:''", false)]
    [InlineData("title:'john o'nolan'", false)]
    [InlineData("title:1.5.3", false)]
    [InlineData("nonsense:1", false)]
    [InlineData("html:~'x'", false)]
    [InlineData("published_at:>yesterday", false)]
    public void A_filter_is_read_as_the_reference_reads_it(string filter, bool isRead = true)
    {
        var (read, error) = NqlFilter.ParsePosts(filter);
        Assert.Equal((isRead, !isRead), (read is not null, error is not null));
    }

    [Theory]
    [InlineData("tag:cbt featured:true")]
    [InlineData("(tag:cbt) (featured:true)")]
    [InlineData("published_at:>now-30d featured:true")]
    [InlineData("published_at:<now 30d")]
    [InlineData("published_at:>'2024-01-01T00:00:00.000 00:00'")]
    [InlineData("tags:[one two]")]
    public void A_plus_that_arrived_as_a_space_is_and(string filter) => Assert.Null(NqlFilter.ParsePosts(filter).Error);

    [Theory]
    [InlineData("tag:cbt+nonsense:1", 9)]
    [InlineData("tag:cbt+", 9)]
    [InlineData("tag:'cbt", 5)]
    [InlineData("title:é", 7)]
    [InlineData("tag:aa featured:1 )", 19)]
    [InlineData("featured:true,published_at:>soon", 29)]
    public void An_error_says_where_it_is(string filter, int at) =>
        Assert.Equal(at, NqlFilter.ParsePosts(filter).Error!.At);

    [Fact]
    public void Hostile_filters_are_refused_at_once()
    {
        string[] hostile =
        [
            string.Join(',', Enumerable.Repeat("tag:x", 10_000)),
            string.Join('+', Enumerable.Repeat("tag:x", 2_000)),
            new string('(', 5_000) + "tag:x" + new string(')', 5_000),
            new string('(', 16_000),
            new string('a', 1 << 20),
            "title:'" + string.Concat(Enumerable.Repeat("\\'", 8_000)) + "x",
            "title:" + new string('\'', 16_000),
            string.Concat(Enumerable.Repeat("tag:[", 3_000)),
        ];
        var watch = Stopwatch.StartNew();
        Assert.All(hostile, filter => Assert.NotNull(NqlFilter.ParsePosts(filter).Error));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public void Tags_and_authors_have_fields_of_their_own()
    {
        Assert.Null(NqlFilter.ParseTags("count.posts:>5+slug:-x").Error);
        Assert.Null(NqlFilter.ParseAuthors("count.posts:>5+bio:-null").Error);
        Assert.NotNull(NqlFilter.ParseTags("bio:x").Error);
        Assert.NotNull(NqlFilter.ParsePosts("count.posts:1").Error);
    }
}
