using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Terms;
using KapFunctions.Storage.Index;
using KapFunctions.Testing;

namespace KapFunctions.Query.Tests;

public sealed class ListTests : IDisposable
{
    private readonly TestIndex index = new();

    public void Dispose() => index.Dispose();

    [Theory]
    [InlineData(null, null, "Cbt:2 LOSS:1 Night:1 PAGES:0")]
    [InlineData("count.posts:>1", null, "Cbt:2")]
    [InlineData("count.posts:[0,1]+slug:-loss", null, "Night:1 PAGES:0")]
    [InlineData("slug:[night,cbt]", null, "Night:1 Cbt:2")]
    [InlineData("name:~'B'", null, "Cbt:2")]
    [InlineData("description:-null", null, "Night:1")]
    [InlineData("description:~'ÄFTER'", null, "Night:1")]
    [InlineData("visibility:public+meta_title:null", "count.posts desc, slug asc", "Cbt:2 LOSS:1 Night:1 PAGES:0")]
    [InlineData(null, "slug DESC", "PAGES:0 Night:1 LOSS:1 Cbt:2")]
    public async Task Tags_are_those_of_visible_posts_with_their_number(string? filter, string? order, string expected)
    {
        using var view = await BlogAsync();
        var tags = view.Tags(
            new TermQuery { Filter = filter is null ? null : Read(NqlFilter.ParseTags(filter)), Order = order }
        );
        Assert.Equal(expected, string.Join(' ', tags.Items.Select(tag => $"{tag.Tag.Name}:{tag.Posts}")));
        Assert.Equal(tags.Items.Count, tags.Total);
    }

    [Fact]
    public async Task A_post_that_names_nobody_is_by_the_first_author_of_the_site()
    {
        using var view = await BlogAsync();
        var authors = view.Authors(
            new TermQuery { Filter = Read(NqlFilter.ParseAuthors("count.posts:>0")), Limit = null }
        );
        Assert.Equal([("Ann", 2L), ("Dr ben", 1L)], authors.Items.Select(author => (author.Author.Name, author.Posts)));
        Assert.Equal("Writes.", view.FindAuthor("ann")!.Author.Bio);
        Assert.Equal("ann", view.FindAuthorById(ContentIds.OfAuthor("ann"))!.Author.Slug);
        Assert.Null(view.FindAuthor("nobody"));
    }

    [Fact]
    public async Task Tags_come_in_pages()
    {
        using var view = await BlogAsync();
        var second = view.Tags(new TermQuery { Limit = 3, Page = 2 });
        Assert.Equal("pages", Assert.Single(second.Items).Tag.Slug);
        Assert.Equal(4, second.Total);
        Assert.Empty(view.Tags(new TermQuery { Page = int.MaxValue }).Items);
    }

    [Fact]
    public async Task A_tag_is_counted_anew_when_time_or_the_index_changes_what_is_visible()
    {
        using (var before = await BlogAsync())
        {
            Assert.Equal(2, before.FindTag("cbt")!.Posts);
        }

        using (var later = index.Replica.Read(TestIndex.Noon.AddDays(2)))
        {
            Assert.Equal(3, later.FindTag("cbt")!.Posts);
        }

        index.Replica.Apply([index.Commit(A.Post("new", post => post.Tagged("cbt")))]);
        using var after = index.Replica.Read(TestIndex.Noon);
        Assert.Equal(3, after.FindTag("cbt")!.Posts);
    }

    [Fact]
    public async Task The_archive_counts_posts_by_month_in_the_time_zone_of_the_site()
    {
        DateTimeOffset At(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);
        using var view = await index.ViewAsync(
            A.Post("a", post => post with { Date = At(2025, 12, 31, 23) }),
            A.Post("b", post => post with { Date = At(2026, 1, 10, 0) }),
            A.Post("c", post => post with { Date = At(2024, 5, 1, 0) }),
            A.Post("d", post => post with { Date = At(2024, 4, 30, 12) }),
            A.Post("later", post => post with { Date = At(2027, 1, 1, 0) }),
            A.Page("about"),
            new SiteRow
            {
                Settings = new SiteSettings { Rendering = new RenderSettings { TimeZone = "Europe/Berlin" } },
            }
        );
        var archive = view.Archive();
        Assert.Equal([(2026, 2L), (2024, 2L)], archive.Select(year => (year.Year, year.Posts)));
        Assert.Equal(
            [(2026, 1, 2L), (2024, 5, 1L), (2024, 4, 1L)],
            archive.SelectMany(year => year.Months).Select(month => (month.Year, month.Month, month.Posts))
        );
    }

    [Fact]
    public async Task Related_posts_share_rare_tags_first_then_words()
    {
        var post = A.Post("a", post => post.Tagged("rare", "common") with { Title = "Breathing exercises for panic" });
        using var view = await index.ViewAsync(
            post,
            A.Post("both", other => other.Tagged("common", "rare"), 9),
            A.Post("rare", other => other.Tagged("rare"), 8),
            A.Post("common", other => other.Tagged("common"), 3),
            A.Post("common-2", other => other.Tagged("common"), 2),
            A.Post("words", other => other with { Title = "Exercises: breathing at night" }, 1),
            A.Post("nothing", daysAgo: 1),
            A.Post("draft", other => other.Tagged("rare")) with
            {
                State = PostState.Draft,
            }
        );
        string[] Slugs(int count) => [.. view.Related(post, count).Select(other => other.Metadata!.Slug)];
        Assert.Equal(["both", "rare", "common-2", "common", "words"], Slugs(10));
        Assert.Equal(["both"], Slugs(1));
    }

    private Task<View> BlogAsync() =>
        index.ViewAsync(
            A.Post("a", post => post.Tagged("cbt", "night").By("ann")),
            A.Post("b", post => post.Tagged("cbt", "loss").By("ben")),
            A.Post("c"),
            A.Post("later", post => post.Tagged("cbt", "future"), daysAgo: -1),
            A.Page("about") with
            {
                Metadata = A.Page("about").Metadata!.Tagged("pages").By("cy"),
            },
            new SiteRow
            {
                Settings = new SiteSettings
                {
                    Authors =
                    [
                        new Author
                        {
                            Name = "Ann",
                            Slug = "ann",
                            Bio = "Writes.",
                        },
                    ],
                    Tags =
                    [
                        new Tag { Name = "Cbt", Slug = "cbt" },
                        new Tag
                        {
                            Name = "Night",
                            Slug = "night",
                            Description = "Äfter dark",
                        },
                    ],
                },
            }
        );

    private static NqlFilter Read(NqlResult result)
    {
        Assert.Null(result.Error);
        return result.Filter!;
    }
}
