using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;

namespace KapFunctions.Content.Redirects;

/// <summary>What reading <c>redirects.yaml</c> came to.</summary>
/// <param name="Rules">Null where an error keeps the file from being used.</param>
/// <param name="Problems">What the author should know.</param>
public sealed record RedirectsResult(IReadOnlyList<RedirectRule>? Rules, IReadOnlyList<Problem> Problems);

/// <summary>Reads <c>redirects.yaml</c>.</summary>
public static class RedirectsParser
{
    /// <summary>In the content container.</summary>
    public const string Path = ContentPaths.Redirects;

    /// <summary>Grows whenever the same file would give other rules.</summary>
    public const int Version = 1;

    /// <summary>In bytes: all rules stand in one row of the index.</summary>
    public const int MaxBytes = 128 * 1024;

    /// <summary>What is beyond is told of and left out.</summary>
    public const int MaxRules = 2_000;

    /// <summary>Any bytes at all give rules or problems, never an exception.</summary>
    public static RedirectsResult Parse(SourceFile source)
    {
        var problems = new ProblemLog(source.Path);
        if (SourceText.Decode(source, MaxBytes, problems) is not { } text)
        {
            return new(null, problems.ToList());
        }
        var map = FrontMatterReader.Yaml(text, 1, "", ProblemCatalog.RedirectsSyntax, problems);
        if (map is null && !problems.HasError)
        {
            problems.Add(
                ProblemCatalog.RedirectsSyntax,
                Position.Start,
                "",
                "it holds no line such as \"/old/: /new/\"."
            );
        }
        var rules = map is null ? null : RedirectLoops.Without(new RedirectsReader(problems).Read(map), problems);
        return new(problems.HasError ? null : rules, problems.ToList());
    }
}
