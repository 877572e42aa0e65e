namespace KapFunctions.Content.Problems;

/// <summary>The code is listed in <c>docs/editors.md</c>; message and mend are composite format strings over the same values.</summary>
internal sealed record ProblemKind(string Code, Severity Severity, string Message, string Mend);
