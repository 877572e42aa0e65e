using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Tests.Functions;

public sealed class TimerFunctions(Recorder recorder)
{
    [Function("EveryFiveMinutes")]
    public void Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer) =>
        recorder.Add("five", timer.ScheduleStatus!.Next.ToString("HH:mm:ss", null));

    [Function("AtStart")]
    public Task RunAtStartAsync([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer)
    {
        recorder.Add("start", "ran");
        return Task.FromException(new InvalidOperationException("on purpose"));
    }
}
