namespace KapFunctions.Content.Problems;

/// <summary>Every kind of problem a file can have. <c>docs/editors.md</c> lists the same, each with an example.</summary>
internal static partial class ProblemCatalog
{
    /// <summary>By reflection over the fields, for the test that compares them with the docs.</summary>
    public static IReadOnlyList<ProblemKind> All =>
        [.. typeof(ProblemCatalog).GetFields().Select(one => one.GetValue(null)).OfType<ProblemKind>()];
}
