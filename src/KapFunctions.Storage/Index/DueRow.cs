namespace KapFunctions.Storage.Index;

/// <summary>The post at a path appears or disappears at an instant, of which the log is to tell.</summary>
public sealed record DueRow(DateTimeOffset At, string Path);
