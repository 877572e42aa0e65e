using KapFunctions.Content.Problems;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace KapFunctions.Tests.Architecture;

/// <summary>Desk, API and <c>kap</c> tell of the same problems, in the same words: all are made in one place, which
/// <c>docs/editors.md</c> lists.</summary>
public sealed class ProblemTests
{
    [Theory]
    [InlineData("KapFunctions")]
    [InlineData("KapFunctions.Content")]
    [InlineData("KapFunctions.Query")]
    [InlineData("KapFunctions.Storage")]
    [InlineData("kap")]
    public void Problems_are_made_from_the_catalogue_alone(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));

        var makers = module
            .GetTypes()
            .Where(type => type.Namespace != typeof(Problem).Namespace && !IsGenerated(type))
            .SelectMany(type => type.Methods)
            .Where(method => method.HasBody && method.Body.Instructions.Any(MakesProblem))
            .Select(method => method.FullName);

        Assert.Empty(makers);
    }

    /// <summary>What reads problems from JSON makes them, too.</summary>
    private static bool IsGenerated(TypeDefinition type) =>
        type.FullName.Contains("Json", StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    private static bool MakesProblem(Instruction instruction) =>
        instruction.OpCode == OpCodes.Newobj
        && instruction.Operand is MethodReference { DeclaringType.FullName: var made }
        && made == typeof(Problem).FullName;
}
