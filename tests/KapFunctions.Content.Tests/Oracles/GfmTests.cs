namespace KapFunctions.Content.Tests.Oracles;

/// <summary>
/// GitHub's own specification: KAP_GFM_SPEC names its <c>spec.txt</c> (https://github.com/github/cmark-gfm). Without it, our own
/// examples of the same rules are read.
/// </summary>
public sealed class GfmTests
{
    /// <summary>Why an example of version 0.29 gives something else here, and which do.</summary>
    private static readonly Dictionary<string, int[]> Reasons = new()
    {
        ["A table begins where its second line has fewer columns than its first, too."] = [203],
        ["Two brackets are a link by title, as in Obsidian."] = [556, 567, 598],
        ["A bare address is a link; the examples stand in the part on other links, which knows none."] = [616, 619],
        ["An address that begins with www. is reached by https."] = [621, 622, 623, 624, 626, 627],
        ["A bare address ends where its brackets no longer match."] = [625],
        ["A bare mail address stays text: it would be the first thing that collectors of addresses read."] =
        [
            629,
            630,
            631,
        ],
        ["Comments are read as CommonMark 0.31 and browsers read them."] = [645, 646],
        ["What is not allowed in HTML is taken out by the sanitiser, not by the parser."] = [653],
    };

    [Fact]
    public void Each_example_gives_what_it_says_but_for_listed_reasons()
    {
        var named = Environment.GetEnvironmentVariable("KAP_GFM_SPEC");
        var own = Path.Combine(AppContext.BaseDirectory, "Oracles", "gfm-in-our-words.txt");
        var examples = SpecExample.Read(File.ReadAllText(named ?? own));

        var different = examples
            .Where(example =>
                PlainHtml.Normalized(example.Html) != PlainHtml.Normalized(PlainHtml.Of(example.Markdown))
            )
            .Select(example => example.Number);

        Assert.InRange(examples.Count, named is null ? 24 : 670, 700);
        Assert.InRange(Reasons.Count, 1, 12);
        Assert.Equal(named is null ? [] : Reasons.Values.SelectMany(numbers => numbers).Order(), different);
    }
}
