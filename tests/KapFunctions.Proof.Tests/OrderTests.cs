using KapFunctions.Proof.Tests.Orders;
using KapFunctions.Proof.Tests.Support;

namespace KapFunctions.Proof.Tests;

/// <summary>
/// However many edits nobody has looked at yet: in whatever order their files are looked at, the index ends the same, and
/// so do the answers. Events arrive in any order, so an end that depends on it would be a matter of luck.
/// </summary>
public sealed class OrderTests
{
    private static readonly string[][] Orders =
    [
        [Edit.A, Edit.B],
        [Edit.B, Edit.A],
        [Edit.A, Edit.B, Edit.A],
        [Edit.B, Edit.A, Edit.B],
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Every_order_of_looks_over_every_history_ends_the_same(int length)
    {
        var tried = 0;
        foreach (var history in Edit.Histories(length))
        {
            for (var seen = 0; seen < length; seen++)
            {
                tried += await TryAsync(history, seen) ? 1 : 0;
            }
        }

        Assert.True(tried > 0);
    }

    /// <summary>The same on the emulator, for some of them: what the table in memory leaves out makes no difference.</summary>
    [Fact]
    public async Task A_sample_of_them_ends_on_the_emulator_as_it_does_by_the_plans()
    {
        var random = new Random(Given.Seed);
        var histories = Edit.Histories(4).ToList();
        var sample = Enumerable
            .Range(0, Given.Size(representative: 6, full: 100))
            .Select(_ =>
                (
                    History: histories[random.Next(histories.Count)],
                    Seen: random.Next(4),
                    IsReversed: random.Next(2) == 0
                )
            );
        await Parallel.ForEachAsync(
            sample,
            new ParallelOptions { MaxDegreeOfParallelism = 6 },
            async (drawn, _) =>
            {
                string[] order = drawn.IsReversed ? [Edit.B, Edit.A] : [Edit.A, Edit.B];
                var planned = new PlannedSite();
                await using var stored = await StoredSite.StartAsync();
                foreach (var edit in drawn.History.Take(drawn.Seen))
                {
                    await DoAndLookAsync(planned, edit);
                    await stored.DoAsync(edit);
                    await stored.LookAsync(edit.Touches);
                }

                foreach (var edit in drawn.History.Skip(drawn.Seen))
                {
                    planned.Do(edit);
                    await stored.DoAsync(edit);
                }

                foreach (var path in order)
                {
                    await planned.LookAsync(path);
                }

                await stored.LookAsync(order);
                Assert.True(
                    planned.Outline() == await stored.OutlineAsync(),
                    $"KAP_SEED={Given.Seed}: {string.Join(", ", drawn.History)}; looked at {drawn.Seen}, then {order[0]} first:\n"
                        + $"{await stored.OutlineAsync()}\n\nbut by the plans\n{planned.Outline()}"
                );
            }
        );
    }

    /// <summary>Edits that are looked at at once, then some of which nobody hears until all are done.</summary>
    private static async Task<bool> TryAsync(IReadOnlyList<Edit> history, int seen)
    {
        var site = new PlannedSite();
        foreach (var edit in history.Take(seen))
        {
            await DoAndLookAsync(site, edit);
        }

        var free = Edit.Slugs.Where(slug => !site.IsHeld(slug)).ToList();
        foreach (var edit in history.Skip(seen))
        {
            site.Do(edit);
        }

        // Who is first at a slug that nobody had keeps it: that one thing is up to the order.
        if (
            site.Files.Count == 2
            && site.Files[Edit.A].Slug == site.Files[Edit.B].Slug
            && free.Contains(site.Files[Edit.A].Slug)
        )
        {
            return false;
        }

        string? first = null;
        foreach (var order in Orders)
        {
            var copy = site.Copy();
            foreach (var path in order)
            {
                await copy.LookAsync(path);
            }

            first ??= copy.State();
            var state = copy.State();
            Assert.True(
                first == state,
                $"{string.Join(", ", history)}; looked at {seen}, then {string.Join(" ", order)}:\n{state}\n\nbut else\n{first}"
            );
        }

        return true;
    }

    private static async Task DoAndLookAsync(PlannedSite site, Edit edit)
    {
        site.Do(edit);
        foreach (var path in edit.Touches)
        {
            await site.LookAsync(path);
        }
    }
}
