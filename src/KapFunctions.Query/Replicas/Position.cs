namespace KapFunctions.Query.Replicas;

/// <summary>Which state of the index an answer shows. Two answers of one position and one moment are equal.</summary>
/// <param name="Epoch">The name of the log, made with its head.</param>
/// <param name="Sequence">Number of the last log entry in it.</param>
public sealed record Position(string Epoch, long Sequence);
