namespace KapFunctions.Testing;

/// <summary>Something that not every machine has.</summary>
internal interface INeed
{
    /// <summary>Why tests that need it are skipped; null where it is here.</summary>
    static abstract string? Missing { get; }
}

/// <summary>A test that needs something of the machine; skipped, and counted so, where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithAttribute<T> : FactAttribute
    where T : INeed
{
    public FactWithAttribute() => Skip = T.Missing;
}

/// <inheritdoc cref="FactWithAttribute{T}"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TheoryWithAttribute<T> : TheoryAttribute
    where T : INeed
{
    public TheoryWithAttribute() => Skip = T.Missing;
}

/// <summary>Signals, shells, and programs that are found by the path.</summary>
internal sealed class Unix : INeed
{
    public static string? Missing => OperatingSystem.IsWindows() ? "Windows has no such thing." : null;
}
