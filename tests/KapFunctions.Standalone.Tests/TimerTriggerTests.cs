using KapFunctions.Standalone.Hosting;
using KapFunctions.Standalone.Tests.Functions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace KapFunctions.Standalone.Tests;

public sealed class TimerTriggerTests
{
    private readonly Recorder recorder = new();
    private readonly FakeTimeProvider clock = new(new(2026, 3, 1, 12, 3, 30, TimeSpan.Zero));

    [Fact]
    public async Task A_timer_runs_when_it_is_due()
    {
        await using var host = await StartAsync();
        await recorder.NextAsync("start");

        await AdvanceUntilItRunsAsync();
        await AdvanceUntilItRunsAsync();
    }

    [Fact]
    public async Task A_timer_that_asks_for_it_runs_at_the_start_and_survives_its_failure()
    {
        await using var host = await StartAsync();

        Assert.Equal("ran", await recorder.NextAsync("start"));
    }

    private Task<StandaloneHost> StartAsync() =>
        StandaloneHost.StartAsync(
            TestHost.Options(typeof(TimerFunctions), recorder) with
            {
                ConfigureServices = services => services.AddSingleton(recorder).AddSingleton<TimeProvider>(clock),
            }
        );

    /// <summary>The listener reads the clock in its own time, so the clock moves on in steps until it has run.</summary>
    private async Task AdvanceUntilItRunsAsync()
    {
        var ran = recorder.NextAsync("five");
        while (!ran.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }

        Assert.Matches(@"^\d\d:\d[05]:00$", await ran);
    }
}
