namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function learns about its occurrence.</summary>
public class TimerInfo
{
    /// <summary>The occurrences around this one, where they are recorded.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether the occurrence runs later than scheduled.</summary>
    public bool IsPastDue { get; set; }
}
