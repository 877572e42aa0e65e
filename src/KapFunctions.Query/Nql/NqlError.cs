namespace KapFunctions.Query.Nql;

/// <summary><paramref name="At"/> is in UTF-16 units, counted from 1.</summary>
public sealed record NqlError(string Message, int At);

public sealed record NqlResult(NqlFilter? Filter, NqlError? Error);
