using FsCheck;
using FsCheck.Fluent;
using KapFunctions.Proof.Tests.Histories;
using KapFunctions.Proof.Tests.Support;
using Xunit.Abstractions;

namespace KapFunctions.Proof.Tests;

/// <summary>Whatever happens to a site, in whatever order, one reconcile later it is what the pure model says.</summary>
public sealed class HistoryTests(ITestOutputHelper output)
{
    private const int StepsOfHistory = 40;

    [Fact]
    public void A_random_history_ends_where_the_model_does() =>
        Prop.ForAll(
                Steps.Histories(StepsOfHistory),
                steps =>
                {
                    Run(steps);
                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Given.Size(representative: 4, full: 40)));

    /// <summary><c>KAP_STEPS</c> says how many; see <c>tests/long-run.sh</c>.</summary>
    [Fact]
    public async Task A_long_run_of_random_steps_with_faults_breaks_no_promise()
    {
        var steps = int.TryParse(Environment.GetEnvironmentVariable("KAP_STEPS"), out var told) ? told : StepsOfHistory;
        output.WriteLine($"KAP_SEED={Given.Seed}");
        for (var done = 0; done < steps; done += StepsOfHistory)
        {
            var random = new Random(unchecked(Given.Seed + done));
            var history = Enumerable.Range(0, StepsOfHistory).Select(_ => Step.Draw(random)).ToArray();
            try
            {
                await History.RunAsync(history);
            }
            catch (Exception violation)
            {
                throw new InvalidOperationException(
                    $"History of KAP_SEED={unchecked(Given.Seed + done)} after {done} steps:\n{string.Join('\n', (object[])history)}",
                    violation
                );
            }
        }
    }

    private static void Run(Step[] steps) => Task.Run(() => History.RunAsync(steps)).GetAwaiter().GetResult();
}
