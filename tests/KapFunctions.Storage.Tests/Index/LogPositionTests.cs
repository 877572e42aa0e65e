using FsCheck;
using FsCheck.Xunit;
using KapFunctions.Storage.Index;

namespace KapFunctions.Storage.Tests.Index;

public sealed class LogPositionTests
{
    [Property]
    public bool A_place_comes_back_as_it_was_written(NonEmptyString epoch, NonNegativeInt sequence)
    {
        var place = new LogPosition(epoch.Get, sequence.Get);

        return LogPosition.Parse(place.ToString()) == place;
    }

    [Theory]
    [InlineData("")]
    [InlineData(".1")]
    [InlineData("epoch")]
    [InlineData("epoch.")]
    [InlineData("epoch.-1")]
    [InlineData("epoch. 1")]
    [InlineData("epoch.1,0")]
    [InlineData("epoch.99999999999999999999")]
    public void Anything_else_is_no_place(string text) => Assert.Null(LogPosition.Parse(text));

    [Theory]
    [InlineData("epoch", 200_000, true)]
    [InlineData("epoch", 100_000, true)]
    [InlineData("epoch", 99_999, false)]
    [InlineData("epoch", 200_001, false)]
    [InlineData("other", 200_000, false)]
    public void A_follower_may_go_on_while_the_log_holds_all_that_came_since(
        string epoch,
        long sequence,
        bool isKnown
    ) => Assert.Equal(isKnown, new LogPosition(epoch, sequence).IsKnownTo(new("epoch", 200_000, true, "")));
}
