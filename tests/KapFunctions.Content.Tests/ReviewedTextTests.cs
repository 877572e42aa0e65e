using System.Text;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Testing;

namespace KapFunctions.Content.Tests;

/// <summary>A review counts for the words that were reviewed.</summary>
public sealed class ReviewedTextTests
{
    private static readonly DateOnly Today = new(2025, 9, 30);

    [Fact]
    public void Two_hundred_edits_are_told_from_changes_of_markup_and_typography()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new Random(seed);
            var reviewed = EditedText.Draw(random);
            var file = Recorded($"---\ntitle: A text\nreviewed: 2024-01-01\n---\n\n{reviewed.Written(random)}");
            var edited = random.Next(2) == 0 ? reviewed : reviewed.Edited(random);
            var head = file[..(file.IndexOf("\n---\n", StringComparison.Ordinal) + 5)];

            var body = edited.Written(random);
            var post = Given.Post(head + body).Metadata;

            var isEdited = edited.Says != reviewed.Says;
            Assert.True(
                isEdited == post.IsEditedSinceReview,
                $"seed {seed}: edited is {isEdited}\n{file}\n=====\n{body}"
            );
        }
    }

    [Theory]
    [InlineData("Take 2.5 mg.", "Take 25 mg.")]
    [InlineData("Take 2.5 mg.", "Take 2-5 mg.")]
    [InlineData("It is < 5.", "It is > 5.")]
    [InlineData("It is < 5.", "It is ≤ 5.")]
    [InlineData("It is 5 °C.", "It is -5 °C.")]
    [InlineData("Take 1/2 of it.", "Take 1-2 of it.")]
    [InlineData("Up to 5 %.", "Up to 5 ‰.")]
    [InlineData("Do it.", "Do not it.")]
    [InlineData("One two.", "Two one.")]
    [InlineData("A claim.[^1]\n\n[^1]: So they say.", "A claim.[^1]\n\n[^1]: So nobody says.")]
    [InlineData("> [!note] Before meals\n> Text.", "> [!note] After meals\n> Text.")]
    [InlineData("| a |\n|---|\n| 5 |", "| a |\n|---|\n| 6 |")]
    [InlineData("<p>Five</p>", "<p>Six</p>")]
    [InlineData("    code 1", "    code 2")]
    [InlineData("睡眠", "眠睡")]
    public void What_a_text_says_is_an_edit(string reviewed, string edited) => Assert.True(IsEdited(reviewed, edited));

    [Theory]
    [InlineData("Don't \"wait\" -- it's 3-5 hours...", "Don’t “wait” — it’s 3–5 hours…")]
    [InlineData("SLEEP well", "Sleep, well!")]
    [InlineData("It is <= 5.", "It is ≤ 5.")]
    [InlineData("It is -5 °C.", "It is −5 °C.")]
    [InlineData("See a -> b.", "See a → b.")]
    [InlineData("caf\u00E9 \u00FCber", "cafe\u0301 u\u0308ber")]
    [InlineData("inter\u00ADnational", "international")]
    [InlineData("b**o**ld H~2~O", "bold H2O")]
    [InlineData("[here](https://a.example)", "here")]
    [InlineData("text\n\n![one](media/a.png)", "![two](media/b.png)\n\ntext")]
    [InlineData("a text", "a %%secret%% text <!-- more -->")]
    [InlineData("## One\n\ntwo", "One\n===\n\ntwo")]
    [InlineData("## One\n\ntwo", "**One** two")]
    [InlineData("- one\n- two", "| one | two |\n|---|---|\n")]
    [InlineData("one", "one ❤️ :smile:")]
    [InlineData("one<br>two", "one\ntwo")]
    [InlineData("<p>b<b>ol</b>d</p>", "bold")]
    [InlineData("ruhig\nschlafen", "ruhig\u00A0schlafen")]
    public void How_it_is_set_is_none(string reviewed, string edited) => Assert.False(IsEdited(reviewed, edited));

    [Fact]
    public void The_title_is_a_part_of_it_wherever_it_stands()
    {
        var recorded = Recorded("---\ntitle: Sleep well\n---\n\nText.\n");
        var moved = recorded
            .Replace("title: Sleep well\n", "", StringComparison.Ordinal)
            .Replace("Text.", "# Sleep, well\n\nText.", StringComparison.Ordinal);

        Assert.False(Given.Post(moved).Metadata.IsEditedSinceReview);
        Assert.Equal(
            ["Sleep badly"],
            Given.Post(recorded.Replace("Sleep well", "Sleep badly", StringComparison.Ordinal)).Metadata.ReviewChanges
        );
    }

    [Fact]
    public void The_problem_names_the_sections_that_changed()
    {
        var text = "---\ntitle: T\n---\nBegin.\n\n## One\n\na\n\n## Two\n\nb\n\n## Three\n\nc\n";
        var recorded = Recorded(text);

        Assert.Contains(": \"Two\".", Told(recorded.Replace("\nb\n", "\nbee\n", StringComparison.Ordinal)));
        Assert.Contains(
            "\"Two\", and more outside",
            Told(
                recorded
                    .Replace("\nb\n", "\nbee\n", StringComparison.Ordinal)
                    .Replace("Begin", "Start", StringComparison.Ordinal)
            )
        );
        Assert.Contains(
            "the order of the sections",
            Told(recorded.Replace("## Two\n\nb\n\n", "", StringComparison.Ordinal))
        );
        Assert.Empty(ProblemsOfTime.Of("posts/a.md", Given.Post(recorded).Metadata, DateTimeOffset.MaxValue));
        var lengthy = Recorded($"---\ntitle: T\n---\n## {new string('x', 59)}😀 and more\n\na\n");
        Assert.Contains(
            $"\"{new string('x', 59)}\"",
            Told(lengthy.Replace("\na\n", "\nb\n", StringComparison.Ordinal))
        );

        static string Told(string edited) =>
            Assert
                .Single(ProblemsOfTime.Of("posts/a.md", Given.Post(edited).Metadata, DateTimeOffset.MaxValue))
                .Message;
    }

    /// <summary>Heads of files hold them, so they never change: what is red here makes every review on every site outdated.</summary>
    [Fact]
    public void Hashes_stay_what_they_are()
    {
        var post = Given.Post(
            "---\ntitle: Sleep\nreviewed: 2025-09-30\n---\nDon’t wait.\n\n## Übung\n\n2,5 < 3–5 °C, 睡眠!\n"
        );

        Assert.Equal(Pinned, post.Review!.Now.Select(section => section.Words));
    }

    private static readonly string[] Pinned = ["6-0cdd5ae8f03dce90", "11-118b1803f71f2b3a", "24-1c1f5667b3a799ca"];

    [Theory]
    [InlineData("---\ntitle: A\n---\nText.\n")]
    [InlineData("---\r\ntitle: A\r\n# a comment\r\ntags: [x]\r\n---\r\nText.\r\n\r\n## More\r\n\r\nmore\r\n")]
    [InlineData("\uFEFF---\ntitle: A\n---\nText.\n")]
    [InlineData("---\nreviewed: 2024-01-01 # by phone\nreviewed_by: Dr Doe\ntitle: A\n---\nText.\n")]
    [InlineData(
        "---\ntitle: A\nreviewed: # the day of the review\nreviewed_by:\nsources:\n  - title: A book\n---\nText.\n"
    )]
    [InlineData(
        "---\ntitle: A\nReviewed: '2024-01-01'\nreviewer: \"Dr: Doe\"\nreviewed_text:\n  - 5-00000000000000aa\n  - 6-00000000000000bb\ntags: [x]\n---\nText.\n"
    )]
    [InlineData("---\nlast_reviewed: 2024-01-01\n---\nText.\n")]
    [InlineData("---\n  title: A\n  tags: [x]\n---\nText.\n")]
    [InlineData("+++\ntitle = \"A\"\nreviewed = 2024-01-01\n\n[extra]\nreviewed_by = \"Dr Doe\"\n+++\nText.\n")]
    [InlineData("{\n  \"title\": \"A\",\n  \"reviewed\": \"2024-01-01\"\n}\n\nText.\n")]
    [InlineData("{\"title\": \"Ä\"}\r\n\r\nText.\r\n")]
    [InlineData("# A\n\nText.\n")]
    [InlineData("\n\nText without anything.")]
    public void Recording_a_review_changes_no_other_line(string text)
    {
        var before = Given.Post(text);

        var written = Recorded(text, "Dr \"Ann\" O’Neil: MD");

        var after = Given.Post(written);
        Assert.Equal((Today, "Dr \"Ann\" O’Neil: MD"), (after.Metadata.Reviewed, after.Metadata.ReviewedBy));
        Assert.True(after.Review!.IsRecorded);
        Assert.False(after.Metadata.IsEditedSinceReview);
        Assert.Equal(before.Body.Html, after.Body.Html);
        var kept = Lines(written).Where(line => !line.Contains("review", StringComparison.OrdinalIgnoreCase)).ToList();
        var there = Lines(text)
            .Where(line =>
                !line.Contains("review", StringComparison.OrdinalIgnoreCase)
                && !line.StartsWith("  - ", StringComparison.Ordinal)
            );
        Assert.Empty(there.Where(line => !line.Contains('{', StringComparison.Ordinal)).Except(kept));
        Assert.Equal(written, Recorded(written, "Dr \"Ann\" O’Neil: MD"));
        Assert.Equal(
            text.Contains("# by phone", StringComparison.Ordinal),
            written.Contains("# by phone", StringComparison.Ordinal)
        );

        static string[] Lines(string text) => text.Split('\n');
    }

    [Theory]
    [InlineData("---\n{title: A}\n---\nText.\n", null)]
    [InlineData("---\ntitle: [\n---\nText.\n", null)]
    [InlineData("Text.", "")]
    [InlineData("Text.", "one\nline")]
    public void What_cannot_be_recorded_is_refused_with_a_reason(string text, string? by)
    {
        var recorded = ReviewRecorder.Record(Given.File(text), new(), Today, by);

        Assert.Null(recorded.Written);
        Assert.NotEmpty(recorded.Refusal!);
    }

    [Fact]
    public void A_name_of_two_hundred_characters_is_the_longest()
    {
        Assert.NotNull(
            ReviewRecorder.Record(Given.File("Text."), new(), Today, new string('x', ReviewRecorder.MaxName)).Written
        );
        Assert.Null(
            ReviewRecorder
                .Record(Given.File("Text."), new(), Today, new string('x', ReviewRecorder.MaxName + 1))
                .Written
        );
    }

    [Fact]
    public void A_text_of_a_thousand_sections_is_known_by_a_hundred_hashes_and_every_word_counts()
    {
        var text = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"## Section {i}\n\nword {i}\n\n"));
        var recorded = Recorded("---\ntitle: T\n---\n" + text);

        var post = Given.Post(recorded);
        Assert.Equal(TextSection.Max, post.Review!.Now.Count);
        Assert.False(post.Metadata.IsEditedSinceReview);
        Assert.True(
            Given.Post(recorded.Replace("word 999", "words 999", StringComparison.Ordinal)).Metadata.IsEditedSinceReview
        );
    }

    [Theory]
    [InlineData("[what]")]
    [InlineData("5-xyz")]
    [InlineData("{a: b}")]
    [InlineData("[5-00000000000000aa, [x]]")]
    public void What_nobody_can_read_is_told_and_left_out(string written)
    {
        var result = Given.Rendered($"---\nreviewed: 2024-01-01\nreviewed_text: {written}\n---\nText.");

        Assert.Contains("reviewed-text-unreadable", Given.Codes(result));
        Assert.False(result.Post!.Review!.IsRecorded);
    }

    [Theory]
    [InlineData("12 months", "2025-01-01")]
    [InlineData("1 year", "2025-01-01")]
    [InlineData("2 Years", "2026-01-01")]
    [InlineData("90 days", "2024-03-31")]
    [InlineData("6 weeks", "2024-02-12")]
    [InlineData("never", null)]
    [InlineData("soon", null)]
    [InlineData("0 days", null)]
    [InlineData("99999 years", null)]
    public void A_review_holds_for_as_long_as_the_file_says(string every, string? overdue)
    {
        var post = Given.Metadata($"reviewed: 2024-01-01\nreview_every: {every}");

        Assert.Equal(overdue, post.ReviewOverdueFrom?.UtcDateTime.ToString("yyyy-MM-dd", null));
        if (overdue is not null)
        {
            var at = post.ReviewOverdueFrom!.Value;
            Assert.Equal("review-overdue", ProblemsOfTime.DueOf("a.md", post, at)!.Code);
            Assert.Equal("review-due", ProblemsOfTime.DueOf("a.md", post, at.AddTicks(-1))!.Code);
            Assert.Null(ProblemsOfTime.DueOf("a.md", post, post.ReviewDueFrom!.Value.AddTicks(-1)));
            Assert.Contains($"again by {overdue}", ProblemsOfTime.DueOf("a.md", post, at)!.Message);
            Assert.Null(ProblemsOfTime.DueOf("a.md", post with { Draft = true }, at));
        }
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Pacific/Niue")]
    [InlineData("UTC")]
    public void The_day_is_the_site_s_wherever_that_is(string zone)
    {
        var post = Given.Metadata("reviewed: 2024-01-01\nreview_every: 1 month", settings: new() { TimeZone = zone });

        Assert.Contains("again by 2024-02-01", ProblemsOfTime.DueOf("a.md", post, DateTimeOffset.MaxValue)!.Message);
    }

    [Fact]
    public void The_file_comes_before_its_tags_and_these_before_the_site()
    {
        var site = new RenderSettings
        {
            ReviewEvery = "24 months",
            ReviewEveryByTag = [new("health", "12 months"), new("sleep", "6 months")],
        };

        Assert.Equal(2026, YearOf(""));
        Assert.Equal(2025, YearOf("tags: [Health]\n"));
        Assert.Equal(
            7,
            Given.Metadata("reviewed: 2024-01-01\ntags: [Health, Sleep]", settings: site).ReviewOverdueFrom!.Value.Month
        );
        Assert.Equal(2027, YearOf("tags: [Health]\nreview_every: 3 years\n"));
        Assert.Null(Given.Metadata("reviewed: 2024-01-01\nreview_every: never", settings: site).ReviewOverdueFrom);
        Assert.Null(Given.Metadata("tags: [Health]", settings: site).ReviewOverdueFrom);

        int YearOf(string head) =>
            Given.Metadata(head + "reviewed: 2024-01-01", settings: site).ReviewOverdueFrom!.Value.Year;
    }

    private static bool IsEdited(string reviewed, string edited)
    {
        var recorded = Recorded($"---\ntitle: T\n---\n{reviewed}\n");
        Assert.False(Given.Post(recorded).Metadata.IsEditedSinceReview);
        var head = recorded[..(recorded.IndexOf("\n---\n", StringComparison.Ordinal) + 5)];
        return Given.Post($"{head}{edited}\n").Metadata.IsEditedSinceReview;
    }

    private static string Recorded(string text, string? by = null)
    {
        var recorded = ReviewRecorder.Record(Given.File(text), new(), Today, by);
        Assert.True(recorded.Written is not null, $"{recorded.Refusal}\n{text}");
        return Encoding.UTF8.GetString(recorded.Written.Bytes.Span);
    }
}
