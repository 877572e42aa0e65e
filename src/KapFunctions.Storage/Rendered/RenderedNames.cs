using System.Globalization;
using KapFunctions.Storage.Files;

namespace KapFunctions.Storage.Rendered;

/// <summary>Which bodies, good sources and pictures are kept, in 16 bytes each: there may be 200,000 of them.</summary>
public sealed class RenderedNames
{
    private const int Digits = 32;

    private readonly HashSet<UInt128> hashes = [];

    internal static IReadOnlyList<string> Prefixes { get; } = ["bodies/", MediaStore.CopyPrefix, "good/"];

    public bool Contains(string name) => HashOf(name) is { } hash && hashes.Contains(hash);

    internal void Add(string name)
    {
        if (HashOf(name) is { } hash)
        {
            hashes.Add(hash);
        }
    }

    /// <summary>A name ends in its SHA-256; half of that, told apart by the folder, is enough to know it by.</summary>
    private static UInt128? HashOf(string name)
    {
        var digits = name.AsSpan(name.IndexOf('/', StringComparison.Ordinal) + 1);
        return
            digits.Length >= Digits
            && UInt128.TryParse(
                digits[..Digits],
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var hash
            )
            ? hash ^ name[0]
            : null;
    }
}
