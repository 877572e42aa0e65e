using System.Diagnostics.CodeAnalysis;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Themes;

/// <summary>Names of a theme's files: one name, whether its accents are characters of their own (as macOS writes them) or not.</summary>
public sealed class ThemeNames : IEqualityComparer<string>
{
    /// <summary>For dictionaries by name.</summary>
    public static readonly ThemeNames Comparer = new();

    /// <inheritdoc />
    public bool Equals(string? x, string? y) =>
        x == y || (x is not null && y is not null && Composed(x) == Composed(y));

    /// <inheritdoc />
    public int GetHashCode([DisallowNull] string obj) => Composed(obj).GetHashCode(StringComparison.Ordinal);

    // Nothing is done to ASCII.
    private static string Composed(string name) => WellFormed.Text(name).Normalize();
}
