namespace KapFunctions.Query.Nql;

/// <summary>Why a filter cannot be used.</summary>
/// <param name="Message">What is wrong and how to mend it, in a sentence or two.</param>
/// <param name="At">Where, in UTF-16 units counted from 1.</param>
public sealed record NqlError(string Message, int At);

/// <summary>What reading a filter came to: the filter, or the error.</summary>
public sealed record NqlResult(NqlFilter? Filter, NqlError? Error);
