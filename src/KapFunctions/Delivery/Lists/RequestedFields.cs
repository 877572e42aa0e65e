using Microsoft.Extensions.Primitives;

namespace KapFunctions.Delivery.Lists;

/// <summary>What a caller asked to see: <c>fields</c>, <c>include</c> and <c>formats</c>, as lists of names in small letters.</summary>
/// <param name="Only">The fields to be limited to; null for all.</param>
/// <param name="Include">Relations and counts to add. Unknown ones are passed over.</param>
/// <param name="Formats">Forms of the text; null where nobody said.</param>
internal sealed record RequestedFields(
    IReadOnlyCollection<string>? Only,
    IReadOnlyCollection<string> Include,
    IReadOnlyCollection<string>? Formats
)
{
    /// <summary>The names in a parameter; null where it is not given.</summary>
    public static IReadOnlyCollection<string>? Names(StringValues parameter)
    {
        var names = parameter
            .SelectMany(value => (value ?? "").Split(','))
            .Select(name => name.Trim().ToLowerInvariant())
            .Where(name => name.Length > 0)
            .ToHashSet(StringComparer.Ordinal);
        return names.Count > 0 ? names : null;
    }
}
