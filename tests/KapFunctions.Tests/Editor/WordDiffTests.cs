using KapFunctions.Editor.Upcoming;

namespace KapFunctions.Tests.Editor;

/// <summary>What is different between two texts, by words.</summary>
public sealed class WordDiffTests
{
    [Fact]
    public void Whatever_was_edited_both_texts_can_be_read_off_and_no_shorter_way_is_missed()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var (before, after) = (Words(random), Words(random));

            var changes = WordDiff.Of(before, after);

            Assert.Equal(before, TextOf(changes, "added"));
            Assert.Equal(after, TextOf(changes, "removed"));
            Assert.Equal(Edits(before, after), changes.Where(one => one.Kind != "same").Sum(one => one.Text.Length));
        }
    }

    [Fact]
    public void Texts_with_nothing_in_common_are_told_as_two_in_little_time()
    {
        var (before, after) = (new string('a', 1), string.Concat(Enumerable.Range(0, 100_000).Select(i => $"w{i} ")));
        var other = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"v{i}\t"));

        Assert.Equal(["removed", "added"], WordDiff.Of(other, after).Select(one => one.Kind));
        Assert.Equal(["same"], WordDiff.Of(after, after).Select(one => one.Kind));
        Assert.Empty(WordDiff.Of("", ""));
        Assert.Equal(before, TextOf(WordDiff.Of(before, after), "added"));
    }

    private static string TextOf(IEnumerable<TextChange> changes, string without) =>
        string.Concat(changes.Where(one => one.Kind != without).Select(one => one.Text));

    // Of one letter each, so that the shortest script is counted in letters.
    private static string Words(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => "-+*"[random.Next(3)]));

    private static int Edits(string a, string b)
    {
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                common[i, j] =
                    a[i - 1] == b[j - 1] ? common[i - 1, j - 1] + 1 : Math.Max(common[i - 1, j], common[i, j - 1]);
            }
        }
        return a.Length + b.Length - 2 * common[a.Length, b.Length];
    }
}
