using System.Globalization;
using Xunit.Abstractions;

namespace KapFunctions.Content.Tests.FrontMatter;

/// <summary>
/// Heads with one slip of the fingers, against what their author meant. KAP_HEADS says how many (100000 for the whole proof),
/// KAP_SEED repeats a run.
/// </summary>
public sealed class SlipTests(ITestOutputHelper output)
{
    private const int Heads = 4_000;

    private static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private static readonly int Seed = Number("KAP_SEED", 20261130);

    [Fact]
    public void Nothing_that_was_meant_to_be_hidden_is_served_whichever_single_slip_its_head_has()
    {
        var served = Draw(Number("KAP_HEADS", Heads))
            .Where(one => one.Meant.IsHidden && !IsAnotherClearWord(one))
            .Where(one => IsServed(one.Text))
            .Take(20)
            .ToList();

        Assert.True(
            served.Count == 0,
            $"seed {Seed}\n" + string.Join("\n\n", served.Select(one => $"{one.Kind}:\n{one.Text}"))
        );
    }

    [Fact]
    public void Hardly_anything_that_hides_nothing_is_kept_back_by_a_slip_outside_its_fences_and_its_date()
    {
        var plain = Draw(Number("KAP_HEADS", Heads))
            .Where(one =>
                !one.Meant.IsHidden && one.Meant.Tokens[one.Token].Kind is not (TokenKind.Fence or TokenKind.Date)
            )
            .Select(one => (one, IsKeptBack: !IsServed(one.Text)))
            .ToList();
        var kept = plain.Where(pair => pair.IsKeptBack).Select(pair => pair.one).ToList();

        output.WriteLine($"{kept.Count} of {plain.Count} kept back");
        foreach (var one in kept.Take(40))
        {
            output.WriteLine($"{one.Kind}:\n{one.Text}\n{string.Join('\n', Given.Rendered(one.Text).Problems)}\n");
        }
        Assert.True(kept.Count <= plain.Count * 0.01, $"seed {Seed}: {kept.Count} of {plain.Count} kept back");
    }

    private static IEnumerable<Drawn> Draw(int count)
    {
        var random = new Random(Seed);
        var (heads, slips) = (new HeadGenerator(random), new Slips(random));
        for (var i = 0; i < count; i++)
        {
            var meant = heads.Next();
            var token = random.Next(meant.Tokens.Count);
            var (text, kind) = slips.In(meant.Tokens, token, "\nA text about sleep.\n\n## A part\n\nMore of it.\n");
            yield return new(meant, token, text, kind);
        }
    }

    /// <summary>Whether readers would get it, be it new today.</summary>
    private static bool IsServed(string text) =>
        Given.Rendered(text) is { Post.Metadata: { Draft: false } post }
        && (post.VisibleFrom ?? post.Date ?? Now) <= Now
        && !(post.Expires <= Now);

    /// <summary>
    /// A slip that says something else, and says it clearly: another year, another word. Only a person who knows what was
    /// meant could tell.
    /// </summary>
    private static bool IsAnotherClearWord(Drawn one)
    {
        if (one.Kind is not ("swapped" or "doubled" or "lost"))
        {
            return false;
        }
        // Of "non", the French no, a slip makes "on".
        if (
            one.Text.Contains("published: on\n", StringComparison.Ordinal)
            || one.Text.Contains("= \"on\"", StringComparison.Ordinal)
        )
        {
            return true;
        }
        // 2090 may become 2009, and 2001 be any other year in which it still stands.
        return one.Text.Contains("2009", StringComparison.Ordinal)
            || one.Text.Contains("0290", StringComparison.Ordinal);
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : otherwise;

    private sealed record Drawn(MeantHead Meant, int Token, string Text, string Kind);
}
