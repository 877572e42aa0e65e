namespace KapFunctions.Content.Problems;

/// <summary>A kind of problem: its stable code, how much it matters, and its two sentences.</summary>
/// <param name="Code">The stable name, listed in <c>docs/editors.md</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is wrong: a composite format string.</param>
/// <param name="Mend">What to do about it: a composite format string over the same values.</param>
internal sealed record ProblemKind(string Code, Severity Severity, string Message, string Mend);
