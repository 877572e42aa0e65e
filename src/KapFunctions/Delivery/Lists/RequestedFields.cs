using Microsoft.Extensions.Primitives;

namespace KapFunctions.Delivery.Lists;

/// <summary><c>fields</c>, <c>include</c> and <c>formats</c> in small letters; null where the caller said nothing.
/// Unknown relations are passed over.</summary>
internal sealed record RequestedFields(
    IReadOnlyCollection<string>? Only,
    IReadOnlyCollection<string> Include,
    IReadOnlyCollection<string>? Formats
)
{
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
