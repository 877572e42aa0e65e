using KapFunctions.Content.Links;

namespace KapFunctions.Content.Tests;

public sealed class MediaNameTests
{
    private static readonly string[] Files =
    [
        "media/z/pic.png",
        "media/a/pic.png",
        "media/travel/2024/Pic.PNG",
        "media/travel/pic.png",
        "media/travel/other-pic.png",
    ];

    [Theory]
    [InlineData("posts/travel/2024", "pic.png", "media/travel/2024/Pic.PNG")]
    [InlineData("posts/travel", "pic.png", "media/travel/pic.png")]
    [InlineData("posts/travel/2023", "PIC.png", "media/travel/pic.png")]
    [InlineData("posts", "pic.png", "media/a/pic.png")]
    [InlineData("pages/z", "pic.png", "media/z/pic.png")]
    [InlineData("posts", "z/pic.png", "media/z/pic.png")]
    public void The_nearest_to_the_post_is_meant_then_the_one_that_sorts_first(
        string folder,
        string name,
        string path
    ) => Assert.Equal(path, MediaNames.Ranked(folder, name, Files)[0]);

    [Theory]
    [InlineData("ic.png")]
    [InlineData("other/pic.png")]
    public void A_part_of_a_name_is_none(string name) => Assert.Empty(MediaNames.Ranked("posts", name, Files));

    [Fact]
    public void The_two_forms_of_an_accent_are_one_name() =>
        Assert.Equal(["media/cafe\u0301.png"], MediaNames.Ranked("posts", "caf\u00E9.png", ["media/cafe\u0301.png"]));

    [Fact]
    public void A_placeholder_gives_back_what_it_was_made_of() =>
        Assert.Equal(
            ("posts/a b/c", "d/ü #.png"),
            Placeholder.FileOf(Placeholder.ForFile("posts/a b/c", "d/ü #.png") + "#part")
        );
}
