using KapFunctions.Standalone.Invocation;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Tests;

public sealed class FunctionMethodTests
{
    [Fact]
    public void A_trigger_is_known_by_its_place_since_reflection_may_make_two_objects_for_one_parameter()
    {
        var function = Assert.Single(FunctionMethod.In([typeof(Handler)]));
        var again = typeof(SpecialHandler).GetMethod(nameof(Handler.Run))!.GetParameters();

        Assert.NotSame(function.TriggerParameter, again[0]);
        Assert.True(function.IsTrigger(again[0]));
        Assert.False(function.IsTrigger(again[1]));
    }

    private class Handler
    {
        [Function("handle")]
        public Task Run([QueueTrigger("words")] string message, CancellationToken cancellation) =>
            Task.FromCanceled(message.Length > 0 ? cancellation : default);
    }

    private sealed class SpecialHandler : Handler;
}
