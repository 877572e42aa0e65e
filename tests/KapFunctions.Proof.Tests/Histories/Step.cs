using FsCheck;
using FsCheck.Fluent;

namespace KapFunctions.Proof.Tests.Histories;

/// <summary>What can happen in the life of a site.</summary>
internal enum StepKind
{
    Upload,
    UploadDraft,
    UploadBroken,
    Delete,
    Move,
    Deliver,
    DeliverTwice,
    DeliverToBoth,
    Lose,
    Crash,
    Disturb,
    Reconcile,
    ClockJump,
    LoseTable,
}

/// <summary>One thing that happens.</summary>
/// <param name="Kind">What.</param>
/// <param name="File">Which of a few files.</param>
/// <param name="Slug">Which of fewer slugs, so that files collide.</param>
/// <param name="Number">Which instance, which event, after how many calls: read as the kind needs it.</param>
internal sealed record Step(StepKind Kind, int File, int Slug, int Number)
{
    /// <summary>Draws one, as often a delivery as an edit.</summary>
    public static Step Draw(Random random) =>
        new(
            (StepKind)random.Next(Enum.GetValues<StepKind>().Length),
            random.Next(5),
            random.Next(3),
            random.Next(1_000)
        );
}

/// <summary>Draws steps for FsCheck.</summary>
internal static class Steps
{
    public static Arbitrary<Step[]> Histories(int length) =>
        Arb.From(
            Gen.Choose(0, int.MaxValue - 1).Select(seed => Step.Draw(new Random(seed))).ArrayOf(length),
            steps => Enumerable.Range(0, steps.Length).Select(at => Without(steps, at))
        );

    private static Step[] Without(Step[] steps, int at) => [.. steps[..at], .. steps[(at + 1)..]];
}
