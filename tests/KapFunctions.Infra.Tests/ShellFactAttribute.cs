namespace KapFunctions.Infra.Tests;

/// <summary>A test that runs a hook as Linux and macOS do; Windows has the same hooks for PowerShell.</summary>
internal sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute() => Skip = ShellSkip.Reason;
}

/// <inheritdoc cref="ShellFactAttribute" />
internal sealed class ShellTheoryAttribute : TheoryAttribute
{
    public ShellTheoryAttribute() => Skip = ShellSkip.Reason;
}

internal static class ShellSkip
{
    public static string? Reason => OperatingSystem.IsWindows() ? "Windows runs the hooks for PowerShell." : null;
}
