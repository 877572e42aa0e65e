using System.Globalization;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Tests.FrontMatter;

public sealed class DateTests
{
    private static readonly RenderSettings Berlin = new() { TimeZone = "Europe/Berlin" };

    [Theory]
    [InlineData("2024-03-05", "2024-03-05T00:00:00Z")]
    [InlineData("2024-3-5", "2024-03-05T00:00:00Z")]
    [InlineData("2024/03/05", "2024-03-05T00:00:00Z")]
    [InlineData("2024-03-05 9:30", "2024-03-05T09:30:00Z")]
    [InlineData("2024-03-05T09:30", "2024-03-05T09:30:00Z")]
    [InlineData("\"2024-03-05T09:30:15Z\"", "2024-03-05T09:30:15Z")]
    [InlineData("2024-03-05T09:30:15.123456+02:00", "2024-03-05T07:30:15.123Z")]
    [InlineData("2015-12-08 14:00:00 -5", "2015-12-08T19:00:00Z")]
    [InlineData("2015-12-08 14:00:00 -0500", "2015-12-08T19:00:00Z")]
    [InlineData("2024-03-05 9:30 PM", "2024-03-05T21:30:00Z")]
    [InlineData("2024-03-05 12:15 am", "2024-03-05T00:15:00Z")]
    [InlineData("5 March 2024", "2024-03-05T00:00:00Z")]
    [InlineData("Mar 05 2024", "2024-03-05T00:00:00Z")]
    [InlineData("March 5th, 2024", "2024-03-05T00:00:00Z")]
    [InlineData("Tue, 05 Mar 2024 09:30:00 GMT", "2024-03-05T09:30:00Z")]
    [InlineData("5.3.2024", "2024-03-05T00:00:00Z")]
    [InlineData("25/12/2024", "2024-12-25T00:00:00Z")]
    [InlineData("2024-03", "2024-03-01T00:00:00Z")]
    [InlineData("2024", "2024-01-01T00:00:00Z")]
    [InlineData("1709631000", "2024-03-05T09:30:00Z")]
    [InlineData("20240305", "2024-03-05T00:00:00Z")]
    [InlineData("20240305T093000Z", "2024-03-05T09:30:00Z")]
    [InlineData("2024-03-05 9 PM", "2024-03-05T21:00:00Z")]
    [InlineData("2024-03-05 09.30", "2024-03-05T09:30:00Z")]
    [InlineData("2024–03–05", "2024-03-05T00:00:00Z")]
    [InlineData("2024-03-05 09:30:00 EST", "2024-03-05T14:30:00Z")]
    [InlineData("2024-03-05 09:30:00 Europe/Berlin", "2024-03-05T08:30:00Z")]
    [InlineData("2024-07-05T09:30:00[Europe/Berlin]", "2024-07-05T07:30:00Z")]
    [InlineData("2024-03-05T09:30:00+02:00[Europe/Berlin]", "2024-03-05T07:30:00Z")]
    [InlineData("Tue Mar  5 09:30:00 CET 2024", "2024-03-05T08:30:00Z")]
    [InlineData("Tue Mar 05 2024 09:30:00 GMT+0100 (Central European Standard Time)", "2024-03-05T08:30:00Z")]
    [InlineData("March 2024", "2024-03-01T00:00:00Z")]
    [InlineData("5. März 2024", "2024-03-05T00:00:00Z")]
    [InlineData("1er août 2024", "2024-08-01T00:00:00Z")]
    [InlineData("5 de diciembre de 2024", "2024-12-05T00:00:00Z")]
    [InlineData("2024年3月5日", "2024-03-05T00:00:00Z")]
    public void Every_shape_that_people_write_is_read(string written, string utc)
    {
        var result = Given.Rendered($"---\ntitle: a\ndate: {written}\n---\nText.\n");

        Assert.Equal(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture), result.Post!.Metadata.Date);
        Assert.Empty(result.Problems);
    }

    [Theory]
    [InlineData("2024-01-15 12:00", "2024-01-15T11:00:00Z")]
    [InlineData("2024-07-15 12:00", "2024-07-15T10:00:00Z")]
    [InlineData("2024-03-31 02:30", "2024-03-31T01:30:00Z")]
    [InlineData("2024-07-15 12:00Z", "2024-07-15T12:00:00Z")]
    public void A_date_without_a_zone_is_meant_in_the_sites(string written, string utc) =>
        Assert.Equal(
            DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture),
            Given.Metadata($"date: {written}", settings: Berlin).Date
        );

    [Theory]
    [InlineData("date: 2024-03-05\npublishDate: 2024-04-01", 4)]
    [InlineData("pubDate: 2024-03-05", 3)]
    [InlineData("published_at: 2024-05-05", 5)]
    [InlineData("published: true\ndate: 2024-06-01", 6)]
    public void A_date_may_have_any_generators_name(string frontMatter, int month) =>
        Assert.Equal(month, Given.Metadata(frontMatter).Date!.Value.Month);

    [Fact]
    public void A_date_that_cannot_be_read_keeps_the_post_back_though_the_file_names_one()
    {
        var result = Given.Rendered("---\ntitle: a\ndate: soon\n---\nText.\n", "posts/2024-03-05-a.md");

        Assert.Null(result.Post);
        Assert.False(result.Withdraws);
        var problem = Assert.Single(result.Problems);
        Assert.Equal(("date-unreadable", 3, Severity.Error), (problem.Code, problem.Line, problem.Severity));
    }

    [Theory]
    [InlineData("٢٠٢٤-٠٣-٠٥")]
    [InlineData("2024-03-05 09:30 Mars/Crater")]
    [InlineData("2024-03-05T25:00")]
    [InlineData("2024-02-30")]
    [InlineData("99999999999999999999")]
    [InlineData("31.02.2027")]
    [InlineData("tomorrow")]
    [InlineData("[2024-03-05, 2024-03-06]")]
    public void A_post_whose_date_nobody_can_read_waits(string written)
    {
        var result = Given.Rendered($"---\ntitle: a\ndate: {written}\n---\nText.\n");

        Assert.Null(result.Post);
        Assert.Equal("date-unreadable", Assert.Single(result.Problems).Code);
    }

    [Theory]
    [InlineData("date: 2204-05-01")]
    [InlineData("date: 0204-05-01")]
    [InlineData("publishDate: 1899-12-31")]
    [InlineData("expires: 2101-01-01")]
    public void A_year_that_no_post_has_is_an_error(string line)
    {
        var result = Given.Rendered($"---\ntitle: a\n{line}\n---\nText.\n");

        Assert.Null(result.Post);
        Assert.Equal("date-out-of-range", Assert.Single(result.Problems).Code);
    }

    [Theory]
    [InlineData("\u200b2024-03-05")]
    [InlineData("2024-03-05\u00a09:30")]
    [InlineData("“2024-03-05”")]
    [InlineData("２０２４-０３-０５")]
    [InlineData("[2024-03-05]")]
    public void What_nobody_sees_in_a_date_is_read_over(string written) =>
        Assert.Equal(2024, Given.Metadata($"date: {written}").Date!.Value.Year);

    [Theory]
    [InlineData("3/4/27", "2027-03-04", "2027-04-03")]
    [InlineData("4/3/2027", "2027-04-03", null)]
    [InlineData("12/24/26", "2026-12-24", null)]
    [InlineData("24/12/26", "2026-12-24", null)]
    [InlineData("3.4.27", "2027-04-03", null)]
    [InlineData("3/3/27", "2027-03-03", null)]
    public void A_date_with_two_readings_is_dated_by_the_first_and_seen_from_the_later(
        string written,
        string dated,
        string? visible
    )
    {
        var metadata = Given.Metadata($"date: {written}");

        Assert.Equal(dated, metadata.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(visible, metadata.VisibleFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_date_with_two_readings_is_told_with_both()
    {
        var problem = Assert.Single(Given.Rendered("---\ntitle: a\ndate: 3/4/27\n---\nText.\n").Problems);

        Assert.Equal(("date-ambiguous", Severity.Warning), (problem.Code, problem.Severity));
        Assert.Contains("2027-03-04", problem.Message, StringComparison.Ordinal);
        Assert.Contains("readers see it from 2027-04-03 on", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dtae: 2090-05-17")]
    [InlineData("datum: 2090-05-17")]
    [InlineData("publihsDate: 2090-05-17")]
    [InlineData("veröffentlicht: 2090-05-17")]
    [InlineData("date: 2090-05-17\ndate: 2020-01-01")]
    public void A_time_to_come_is_kept_whatever_slip_its_key_has(string lines)
    {
        var metadata = Given.Metadata(lines);

        Assert.Equal(2090, (metadata.VisibleFrom ?? metadata.Date)!.Value.Year);
    }

    [Theory]
    [InlineData("expires: 2024-01-01\ndate: 2024-05-05", "expires-before-date", false)]
    [InlineData("updated: 2024-01-01\ndate: 2024-05-05", "updated-before-date", true)]
    [InlineData("expires: 31.02.2027", "date-unreadable", false)]
    [InlineData("updated: 31.02.2027", "day-unreadable", true)]
    public void Dates_that_contradict_each_other_are_told(string lines, string code, bool isPublished)
    {
        var result = Given.Rendered($"---\ntitle: a\n{lines}\n---\nText.\n");

        Assert.Equal(code, Assert.Single(result.Problems).Code);
        Assert.Equal(isPublished, result.Post is not null);
    }

    [Fact]
    public void A_translation_has_its_language_and_an_address_of_its_own()
    {
        var metadata = Given.Post("Bonjour.\n", "posts/2024-03-05-salut/index.fr.md").Metadata;

        Assert.Equal(("salut-fr", "fr", "Salut"), (metadata.Slug, metadata.Language, metadata.Title));
        Assert.Equal(new DateTimeOffset(2024, 3, 5, 0, 0, 0, TimeSpan.Zero), metadata.Date);
        Assert.Equal("en", Given.Post("Text.\n", "posts/next.js.md").Metadata.Language);
    }

    [Theory]
    [InlineData("posts/2024-03-05-a-walk.md", "a-walk", "2024-03-05")]
    [InlineData("posts/2024/03/a-walk/index.md", "a-walk", "2024-03-01")]
    [InlineData("posts/2024/03/05/a-walk.md", "a-walk", "2024-03-05")]
    [InlineData("posts/2024-03-05-a-walk/index.md", "a-walk", "2024-03-05")]
    [InlineData("posts/a walk, übers Feld.md", "a-walk-ubers-feld", null)]
    [InlineData("posts/2024-02-00-a.md", "a", "2024-02-01")]
    [InlineData("posts/2024-02-31-a.md", "a", "2024-02-29")]
    public void A_path_says_date_and_slug(string path, string slug, string? date)
    {
        var metadata = Given.Post("# Hello\n", path).Metadata;

        Assert.Equal(slug, metadata.Slug);
        Assert.Equal(date, metadata.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
