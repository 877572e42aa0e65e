namespace KapFunctions.Content.Problems;

/// <summary>How much a problem matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong for readers.</summary>
    Hint,

    /// <summary>The post is published, but not quite as its author meant it.</summary>
    Warning,

    /// <summary>The post is kept from readers; its last good version stays online, unless its author may have meant to hide it.</summary>
    Error,
}

/// <summary>An author's mistake, as a value: what is wrong, where, and how to mend it.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">A stable name such as <c>front-matter-unclosed</c>, listed in <c>docs/editors.md</c>.</param>
/// <param name="File">The path in the content container.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">In UTF-16 units, counted from 1.</param>
/// <param name="Message">What is wrong, in a sentence an author understands.</param>
/// <param name="Mend">What to do about it, in a sentence.</param>
public sealed record Problem(
    Severity Severity,
    string Code,
    string File,
    int Line,
    int Column,
    string Message,
    string Mend
);
