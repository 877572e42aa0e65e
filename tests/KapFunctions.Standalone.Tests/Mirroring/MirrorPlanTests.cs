using Azure;
using KapFunctions.Standalone.Mirroring;

namespace KapFunctions.Standalone.Tests.Mirroring;

/// <summary>Every state that one name can be in, against the two sentences that matter.</summary>
public sealed class MirrorPlanTests
{
    private static readonly byte[][] Contents =
    [
        [1],
        [2],
        [3],
    ];
    private static readonly ETag[] Versions = [new("\"1\""), new("\"2\"")];

    [Fact]
    public void Nothing_that_others_wrote_is_ever_removed_or_overwritten_unless_the_folder_held_it() =>
        Assert.All(
            States().Where(state => state.Online is { Writer: Writer.Others }),
            state =>
            {
                var step = Step(state);
                Assert.NotEqual(MirrorStep.Remove, step);
                if (step == MirrorStep.Upload)
                {
                    Assert.Equal(state.Agreed!.ETag, state.Online!.ETag);
                }
            }
        );

    [Fact]
    public void Nothing_in_the_folder_is_overwritten_unless_both_sides_held_it() =>
        Assert.All(
            States().Where(state => state.Hash is not null && Step(state) == MirrorStep.Download),
            state => Assert.Equal(state.Agreed!.Hash, state.Hash)
        );

    [Fact]
    public void Samples_never_stand_in_the_way_of_a_folder() =>
        Assert.All(
            States().Where(state => state is { Online.Writer: Writer.Samples, Agreed: null }),
            state =>
                Assert.Contains(
                    Step(state),
                    state.Hash is null ? new[] { MirrorStep.Remove } : new[] { MirrorStep.Upload, MirrorStep.Agree }
                )
        );

    private static MirrorStep Step(State state) =>
        MirrorPlan.Of(state.Hash, state.Online, state.Agreed, state.IsNew, Writer.Mirror);

    private static IEnumerable<State> States() =>
        from hash in Contents.Prepend(null)
        from online in Online()
        from agreed in Agreements()
        from isNew in (bool[])[true, false]
        select new State(hash, online, agreed, isNew);

    private static IEnumerable<OnlineFile?> Online() =>
        (
            from version in Versions
            from content in Contents.Append([])
            from writer in Enum.GetValues<Writer>()
            select new OnlineFile(version, content, writer)
        ).Prepend<OnlineFile?>(null);

    private static IEnumerable<Agreed?> Agreements() =>
        (
            from version in Versions
            from content in Contents
            select new Agreed(default, content, version)
        ).Prepend<Agreed?>(null);

    private sealed record State(byte[]? Hash, OnlineFile? Online, Agreed? Agreed, bool IsNew);
}
