using System.Globalization;

namespace KapFunctions.Content.Problems;

/// <summary>The code is listed in <c>docs/editors.md</c>; message and mend are composite format strings over the same values.</summary>
internal sealed record ProblemKind(string Code, Severity Severity, string Message, string Mend)
{
    /// <summary>Whether <c>checks</c> in <c>site.yaml</c> can turn it off: it is a matter of taste.</summary>
    public bool CanBeOff { get; init; }

    /// <summary>A problem of this kind; the values are repeated as they are.</summary>
    public Problem At(string file, Position at, params object?[] values) =>
        new(Severity, Code, file, at.Line, at.Column, Filled(Message, values), Filled(Mend, values));

    private static string Filled(string sentence, object?[] values) =>
        values.Length == 0 ? sentence : string.Format(CultureInfo.InvariantCulture, sentence, values);
}
