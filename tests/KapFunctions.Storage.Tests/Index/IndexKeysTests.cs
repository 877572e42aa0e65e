using FsCheck.Xunit;
using KapFunctions.Storage.Index;

namespace KapFunctions.Storage.Tests.Index;

public sealed class IndexKeysTests
{
    /// <summary>https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model</summary>
    private const string Forbidden = @"/\#?";

    /// <summary>Rows lie under these names: another name for one of them is a table without that row.</summary>
    [Theory]
    [InlineData("post:", "posts/hello.md")]
    [InlineData("media:", "media/a.png")]
    [InlineData("theme:", "theme/site.css")]
    [InlineData("identity:", "posts/hello.md")]
    [InlineData("claim:", "hello")]
    [InlineData("departure:", "hello")]
    public void A_row_lies_under_its_kind_and_half_a_SHA_256(string kind, string name)
    {
        var key = kind switch
        {
            "post:" => IndexKeys.Post(name),
            "media:" => IndexKeys.Media(name),
            "theme:" => IndexKeys.Theme(name),
            "identity:" => IndexKeys.Identity(name),
            "claim:" => IndexKeys.Claim(name),
            _ => IndexKeys.Departure(name),
        };

        Assert.Equal(kind + Sha256(name)[..32], key);
    }

    [Property]
    public void Whatever_a_path_is_called_its_key_is_one_that_tables_take(string path, string slug, long number)
    {
        var (anyPath, anySlug) = (path ?? "", slug ?? "");

        Assert.All(
            [
                IndexKeys.Post(anyPath),
                IndexKeys.Waiting(anySlug, anyPath),
                IndexKeys.Due(Moment(number), anyPath),
                IndexKeys.Log("epoch", Math.Abs(number % long.MaxValue)),
            ],
            key => Assert.DoesNotContain(key, letter => Forbidden.Contains(letter) || char.IsControl(letter))
        );
    }

    [Property]
    public bool Entries_of_the_log_sort_by_number(uint one, uint other) =>
        one.CompareTo(other)
        == Math.Sign(string.CompareOrdinal(IndexKeys.Log("epoch", one), IndexKeys.Log("epoch", other)));

    [Property]
    public bool What_is_due_sorts_by_time(long one, long other) =>
        Moment(one) == Moment(other)
        || Moment(one).CompareTo(Moment(other))
            == Math.Sign(string.CompareOrdinal(IndexKeys.Due(Moment(one), "a"), IndexKeys.Due(Moment(other), "b")));

    [Fact]
    public void Who_waits_for_a_slug_is_found_by_the_slug_alone()
    {
        var key = IndexKeys.Waiting("hello", "posts/second.md");
        var end = IndexKeys.EndOf(IndexKeys.WaitingPrefix("hello"));

        Assert.StartsWith(IndexKeys.WaitingPrefix("hello"), key, StringComparison.Ordinal);
        Assert.True(string.CompareOrdinal(key, end) < 0);
        Assert.False(key.StartsWith(IndexKeys.WaitingPrefix("hell"), StringComparison.Ordinal));
    }

    [Fact]
    public void History_is_what_no_source_can_tell() =>
        Assert.Equal(
            [true, true, true, false, false, false],
            new[]
            {
                IndexKeys.Claim("a"),
                IndexKeys.Departure("a"),
                IndexKeys.Identity("a"),
                IndexKeys.Post("a"),
                IndexKeys.Head,
                IndexKeys.Site,
            }.Select(IndexKeys.IsHistory)
        );

    private static DateTimeOffset Moment(long number) =>
        new(Math.Abs(number % DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);

    private static string Sha256(string text) =>
        Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))
        );
}
