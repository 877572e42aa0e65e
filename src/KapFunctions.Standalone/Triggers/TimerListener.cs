using System.Linq.Expressions;
using KapFunctions.Standalone.Invocation;
using Microsoft.Azure.Functions.Worker;
using NCrontab;

namespace KapFunctions.Standalone.Triggers;

/// <summary>In UTC; an occurrence that falls due while the function runs is left out.</summary>
internal sealed class TimerListener(
    string function,
    CrontabSchedule schedule,
    bool runOnStartup,
    Func<TimerListener.Input, Task> run,
    TimeProvider clock,
    ILogger<TimerListener> logger
) : Listener
{
    /// <summary>Longer waits are made of several: a timer cannot count further than 49 days.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private DateTime last;

    public static TimerListener Create(IServiceProvider services, FunctionMethod function)
    {
        var trigger = (TimerTriggerAttribute)function.Trigger;
        var schedule =
            CrontabSchedule.TryParse(trigger.Schedule, new() { IncludingSeconds = true })
            ?? throw new InvalidOperationException(
                $"Function {function.Name}: '{trigger.Schedule}' is no schedule of six fields, as in '0 */5 * * * *'."
            );
        var run = FunctionInvoker.Compile<Input>(
            function,
            services.GetRequiredService<FunctionInstances>().Of(function),
            (parameter, input) =>
                parameter.ParameterType == typeof(TimerInfo) ? Expression.Property(input, nameof(Input.Timer))
                : parameter.ParameterType == typeof(CancellationToken)
                    ? Expression.Property(input, nameof(Input.Cancellation))
                : null,
            FunctionInvoker.AsTask
        );
        return new(
            function.Name,
            schedule,
            trigger.RunOnStartup,
            run,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<TimerListener>>()
        );
    }

    protected override async Task ListenAsync(CancellationToken stopping)
    {
        if (runOnStartup)
        {
            await RunAsync();
        }

        while (true)
        {
            await WaitUntilAsync(schedule.GetNextOccurrence(Now), stopping);
            await RunAsync();
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task WaitUntilAsync(DateTime due, CancellationToken stopping)
    {
        while (due - Now is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest < LongestWait ? rest : LongestWait, clock, stopping);
        }
    }

    private async Task RunAsync()
    {
        var status = new ScheduleStatus
        {
            Last = last,
            Next = schedule.GetNextOccurrence(Now),
            LastUpdated = last,
        };
        try
        {
            last = Now;
            await run(new(new() { ScheduleStatus = status }, Aborted));
        }
        catch (Exception failure) when (!Aborted.IsCancellationRequested)
        {
            logger.LogError(failure, "{Function} failed; it runs again when it is next due.", function);
        }
    }

    internal sealed record Input(TimerInfo Timer, CancellationToken Cancellation);
}
