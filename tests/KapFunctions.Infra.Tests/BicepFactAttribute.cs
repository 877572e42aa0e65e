namespace KapFunctions.Infra.Tests;

/// <summary>A test that runs the Bicep compiler, whose package is fetched on Linux only.</summary>
internal sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute() => Skip = BicepSkip.Reason;
}

/// <inheritdoc cref="BicepFactAttribute" />
internal sealed class BicepTheoryAttribute : TheoryAttribute
{
    public BicepTheoryAttribute() => Skip = BicepSkip.Reason;
}

internal static class BicepSkip
{
    public static string? Reason => Bicep.IsHere ? null : "The Bicep compiler's package is for Linux on x64.";
}
