using KapFunctions.Content.Settings;
using KapFunctions.Content.Site;

namespace KapFunctions.Content.Tests;

/// <summary>What <c>site.yaml</c> says of a practice, and how much of it nonsense may be.</summary>
public sealed class PracticeTests
{
    [Fact]
    public void A_practice_says_where_it_is_when_somebody_is_there_and_how_to_book()
    {
        var read = Parsed(
            """
            title: Lantern
            home: pages/welcome.md
            practice:
              kind: medicalclinic
              address: { street: 1 Quay, city: Bay, region: CA, postal_code: "00000", country: US }
              telephone: "+1 555-555-0137"
              email: hello@example.org
              hours: [Mon-Thu 9:00-17:30, "Sat, Sun 10am-1pm"]
              languages: [English, Spanish]
              licences: No. 1
              booking: https://example.org/book
            crisis: { name: 988, number: "988" }
            authors:
              - { name: Mara, role: Therapist, credentials: [LMFT], licences: No. 2, same_as: https://example.org/mara }
            """
        );

        Assert.Empty(read.Problems);
        var practice = read.Settings!.Practice!;
        Assert.Equal(
            ("Lantern", "MedicalClinic", "1 Quay", "Bay", "+1 555-555-0137", "hello@example.org"),
            (practice.Name, practice.Kind, practice.Street, practice.City, practice.Telephone, practice.Email)
        );
        Assert.Equal(
            [
                ("Monday Tuesday Wednesday Thursday", new TimeOnly(9, 0), new TimeOnly(17, 30)),
                ("Saturday Sunday", new(10, 0), new(13, 0)),
            ],
            practice.Hours.Select(hours => (string.Join(' ', hours.Days), hours.Opens, hours.Closes))
        );
        Assert.Equal(["English", "Spanish"], practice.Languages);
        Assert.Equal(["No. 1"], practice.Licences);
        Assert.Equal("https://example.org/book", practice.Booking!.Url);
        Assert.Equal(("988", "988"), (read.Settings.Crisis!.Name, read.Settings.Crisis.Number));
        Assert.Equal("pages/welcome.md", read.Settings.Home);
        var author = Assert.Single(read.Settings.Authors);
        Assert.Equal("Therapist", author.Role);
        Assert.Equal(["LMFT"], author.Credentials);
        Assert.Equal(["No. 2"], author.Licences);
        Assert.Equal(["https://example.org/mara"], author.SameAs);
    }

    [Theory]
    [InlineData("always")]
    [InlineData("Mon")]
    [InlineData("9:00-17:00")]
    [InlineData("Mon 9:00")]
    [InlineData("Mon 17:00-9:00")]
    [InlineData("Mon 9:00-9:00")]
    [InlineData("Mon 9:00-25:00")]
    [InlineData("Mon 9:75-10:00")]
    [InlineData("Mon 13pm-2pm")]
    [InlineData("Someday 9:00-17:00")]
    [InlineData("Mon-Wed-Fri 9:00-17:00")]
    [InlineData("M 9:00-17:00")]
    [InlineData("Mon 99999999999:00-17:00")]
    [InlineData("Tue 10:00-11:00")]
    public void Opening_hours_that_make_no_sense_are_left_out_and_told_at_their_line(string line)
    {
        var read = Parsed($"title: T\npractice:\n  hours:\n    - Tue 8:00-10:30\n    - \"{line}\"\n    - Wed 8-12\n");

        Assert.Equal([("opening-hours", 5)], read.Problems.Select(problem => (problem.Code, problem.Line)));
        Assert.Equal(2, read.Settings!.Practice!.Hours.Count);
    }

    [Theory]
    [InlineData("kind: Spaceship")]
    [InlineData("telephone: call me")]
    [InlineData("telephone: \"javascript:1\"")]
    [InlineData("email: \"a@b?cc=c@d\"")]
    [InlineData("booking: \"javascript:alert(1)\"")]
    [InlineData("languages: [[English]]")]
    public void What_cannot_be_used_of_a_practice_is_told_and_the_rest_stays(string line)
    {
        var read = Parsed($"title: T\npractice:\n  name: Lantern\n  {line}\n");

        Assert.Equal([("site-value", 4)], read.Problems.Select(problem => (problem.Code, problem.Line)));
        Assert.Equal("Lantern", read.Settings!.Practice!.Name);
    }

    [Theory]
    [InlineData("home: posts/a.md")]
    [InlineData("home: https://example.org/")]
    [InlineData("home: media/a.png")]
    [InlineData("crisis: somebody")]
    [InlineData("crisis: { number: \"988\" }")]
    public void A_first_page_is_a_page_and_a_crisis_line_can_be_reached(string line)
    {
        var read = Parsed($"title: T\n{line}\n");

        Assert.Equal("site-value", Assert.Single(read.Problems).Code);
        Assert.Equal((null, null), (read.Settings!.Home, read.Settings.Crisis));
    }

    [Fact]
    public void Lists_of_a_practice_are_bounded()
    {
        var lines = string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"Line {i}"));

        var read = Parsed(
            $"title: T\npractice: {{ licences: [{lines}] }}\ncrisis: {{ name: A, number: 1, words: [{lines}] }}"
        );

        Assert.Equal((30, 100), (read.Settings!.Practice!.Licences.Count, read.Settings.Crisis!.Words.Count));
        Assert.Equal(["site-value", "site-value"], read.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Whatever_colour_is_written_texts_in_it_and_on_it_can_be_read()
    {
        var colors = new Random(21);
        var drawn = Enumerable.Range(0, 2000).Select(_ => $"#{colors.Next(1 << 24):x6}");
        foreach (var color in drawn.Concat(["#fff", "#000", "#ffe100", "#2f6f6a", "#777777"]))
        {
            var shades = AccentColors.Of(color);
            foreach (var ground in new[] { AccentColors.LightPage, shades.LightTint })
            {
                Assert.True(AccentColors.Contrast(shades.Light, ground) >= 4.5, $"{color} as {shades.Light}");
                Assert.True(AccentColors.Contrast("#575e65", ground) >= 4.5, $"{color} below soft text");
            }
            foreach (var ground in new[] { AccentColors.DarkPage, shades.DarkTint })
            {
                Assert.True(AccentColors.Contrast(shades.Dark, ground) >= 4.5, $"{color} as {shades.Dark}");
                Assert.True(AccentColors.Contrast("#a7adb1", ground) >= 4.5, $"{color} below soft text at night");
            }
        }
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#0000ff", "#ffffff", 8.59)]
    public void Contrast_is_what_WCAG_says_it_is(string one, string other, double contrast) =>
        Assert.Equal(contrast, AccentColors.Contrast(one, other), 0.01);

    [Theory]
    [InlineData("#2f6f6a", null)]
    [InlineData("#ffe100", "accent-contrast")]
    [InlineData("#999", "accent-contrast")]
    public void An_accent_colour_that_nobody_can_read_is_told_and_given_as_it_was_written(string color, string? code)
    {
        var read = Parsed($"title: T\naccent_color: \"{color}\"\n");

        Assert.Equal(code, read.Problems.SingleOrDefault()?.Code);
        Assert.Equal(color, read.Settings!.AccentColor);
    }

    [Theory]
    [InlineData("focus: 40% 30%", "40% 30%")]
    [InlineData("feature_image_focus: 0 100", "0% 100%")]
    [InlineData("focus: 140% 30%", null)]
    [InlineData("focus: left", null)]
    [InlineData("focus: \"1% 2%; color: red\"", null)]
    public void A_picture_says_what_of_it_stays_where_it_is_cropped(string line, string? focus)
    {
        var read = Given.Rendered($"---\ntitle: T\nfeature_image: ../media/a.png\n{line}\n---\nText.\n");

        Assert.Equal(focus, read.Post!.Metadata.FeatureImageFocus);
        Assert.Equal(focus is null ? ["field-type"] : [], Given.Codes(read));
    }

    [Theory]
    [InlineData("Photo: *Jane* by [me](https://example.org)", "Photo: Jane by me")]
    [InlineData("2 * 3 * 4", "2 * 3 * 4")]
    [InlineData("# 1", "# 1")]
    [InlineData("- one *two*", "- one *two*")]
    public void A_caption_shows_no_marks_of_markdown(string written, string shown) =>
        Assert.Equal(
            shown,
            Given.Metadata($"feature_image: a.png\nfeature_image_caption: '{written}'").FeatureImageCaption
        );

    private static SiteResult Parsed(string yaml) => SiteParser.Parse(Given.File(yaml, SiteSettings.Path));
}
