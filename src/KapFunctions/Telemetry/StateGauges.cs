using System.Diagnostics.Metrics;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Queues;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Telemetry;

/// <summary>Gauges of how things stand; they exist only where telemetry is sent.</summary>
internal sealed class StateGauges : BackgroundService
{
    // Queues are asked over the network, so not each time that somebody collects.
    private static readonly TimeSpan QueuePeriod = TimeSpan.FromMinutes(1);

    private readonly QueueDepths queues;
    private readonly TimeProvider clock;
    private readonly ILogger<StateGauges> log;
    private QueueDepth[] depths = [];

    public StateGauges(
        IMeterFactory meters,
        ReadModel model,
        QueueDepths queues,
        TimeProvider clock,
        ILogger<StateGauges> log
    )
    {
        (this.queues, this.clock, this.log) = (queues, clock, log);
        var meter = meters.Create(Instruments.Name);
        meter.CreateObservableGauge(
            "kapfunctions.replica.age",
            () => model.Age is { } age ? [new(age.TotalSeconds)] : Array.Empty<Measurement<double>>(),
            "s",
            "How long ago the replica was last known to be up to date."
        );
        meter.CreateObservableGauge(
            "kapfunctions.queue.messages",
            () =>
                depths.Select(queue => new Measurement<int>(
                    queue.Messages,
                    KeyValuePair.Create<string, object?>("messaging.destination.name", queue.Name)
                )),
            "{message}",
            "About how many messages wait."
        );
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(QueuePeriod, clock);
        do
        {
            try
            {
                depths = await queues.ReadAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // Without an answer no depth is told, rather than an old one.
                depths = [];
                log.LogWarning(failure, "Could not ask how many messages wait");
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
