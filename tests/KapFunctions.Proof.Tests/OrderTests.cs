using KapFunctions.Proof.Tests.Orders;

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
        if (site.Files.Count == 2 && site.Files[Edit.A].Slug == site.Files[Edit.B].Slug && free.Contains(site.Files[Edit.A].Slug))
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
