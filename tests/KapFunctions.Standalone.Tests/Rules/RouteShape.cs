using Microsoft.AspNetCore.Routing.Patterns;

namespace KapFunctions.Standalone.Tests.Rules;

/// <summary>Which paths a route takes, seen as far as is needed to tell whether two routes could take the same one.</summary>
internal sealed class RouteShape
{
    private readonly RoutePattern pattern;

    public RouteShape(string route) => pattern = RoutePatternFactory.Parse(route);

    /// <summary>Whether it takes every path; one below a fixed segment takes only what begins with that.</summary>
    public bool TakesAll => IsCatchAll && pattern.PathSegments.Count == 1;

    private bool IsCatchAll => pattern.Parameters.Any(parameter => parameter.IsCatchAll);

    private IReadOnlyList<RoutePatternPathSegment> SegmentsBeforeCatchAll =>
        IsCatchAll ? [.. pattern.PathSegments.SkipLast(1)] : pattern.PathSegments;

    public IReadOnlyDictionary<string, RoutePatternParameterPart> Parameters =>
        pattern.Parameters.ToDictionary(parameter => parameter.Name);

    public string FirstSegment => pattern.PathSegments is [var first, ..] ? Fixed(first.Parts).Start : "";

    public static bool IsInt(RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Any(policy => policy.Content == "int");

    /// <summary>Whether some path may fit both; in doubt, yes. Neither takes all paths.</summary>
    public bool Overlaps(RouteShape other)
    {
        if (IsCatchAll || other.IsCatchAll)
        {
            var (one, two) = (SegmentsBeforeCatchAll, other.SegmentsBeforeCatchAll);
            return one.Zip(two).All(pair => MayBeEqual(pair.First, pair.Second));
        }

        var (mine, theirs) = (pattern.PathSegments, other.pattern.PathSegments);
        var (shorter, longer) = mine.Count <= theirs.Count ? (mine, theirs) : (theirs, mine);
        return longer.Skip(shorter.Count).All(IsOptional)
            && shorter.Zip(longer).All(pair => MayBeEqual(pair.First, pair.Second));
    }

    private static bool IsOptional(RoutePatternPathSegment segment) =>
        segment.Parts is [RoutePatternParameterPart { IsOptional: true }];

    private static bool MayBeEqual(RoutePatternPathSegment one, RoutePatternPathSegment other)
    {
        if (IsNumber(one) && IsWord(other) || IsNumber(other) && IsWord(one))
        {
            return false;
        }

        var (a, b) = (Fixed(one.Parts), Fixed(other.Parts));
        if (one.IsSimple && other.IsSimple && a.IsWhole && b.IsWhole)
        {
            return a.Start.Equals(b.Start, StringComparison.OrdinalIgnoreCase);
        }

        return AgreeAt(
                a.Start,
                b.Start,
                (text, part) => text.StartsWith(part, StringComparison.OrdinalIgnoreCase),
                a,
                b
            ) && AgreeAt(a.End, b.End, (text, part) => text.EndsWith(part, StringComparison.OrdinalIgnoreCase), a, b);
    }

    /// <summary>A fixed whole must fit the other's part; two parts agree when one of them fits the other.</summary>
    private static bool AgreeAt(string mine, string theirs, Func<string, string, bool> fits, Edges a, Edges b) =>
        a.IsWhole ? fits(mine, theirs)
        : b.IsWhole ? fits(theirs, mine)
        : fits(mine, theirs) || fits(theirs, mine);

    private static bool IsNumber(RoutePatternPathSegment segment) =>
        segment.Parts is [RoutePatternParameterPart parameter] && IsInt(parameter);

    private static bool IsWord(RoutePatternPathSegment segment) =>
        segment.Parts is [RoutePatternLiteralPart literal] && !int.TryParse(literal.Content, out _);

    private static Edges Fixed(IReadOnlyList<RoutePatternPart> parts) =>
        new(TextOf(parts[0]), TextOf(parts[^1]), parts is [RoutePatternLiteralPart]);

    private static string TextOf(RoutePatternPart part) =>
        part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            _ => "",
        };

    /// <summary>The text that a segment starts and ends with, and whether that is all of it.</summary>
    private readonly record struct Edges(string Start, string End, bool IsWhole);
}
