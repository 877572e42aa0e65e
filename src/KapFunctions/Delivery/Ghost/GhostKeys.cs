using System.Security.Cryptography;
using System.Text;
using KapFunctions.Settings;
using Microsoft.Extensions.Primitives;

namespace KapFunctions.Delivery.Ghost;

/// <summary>Ghost's clients always bring a key; where none is configured, any well-formed one reads.</summary>
public sealed class GhostKeys(GhostOptions options)
{
    private const int Length = 26;

    private readonly byte[][] known = [.. options.ContentKeys.Select(Encoding.ASCII.GetBytes)];

    /// <summary>Null where the caller may read.</summary>
    internal GhostError? Check(StringValues key) =>
        key.Count switch
        {
            0 => GhostErrors.NoKey,
            > 1 => GhostErrors.ManyKeys,
            _ => IsKnown(key[0] ?? "") ? null : GhostErrors.UnknownKey,
        };

    private bool IsKnown(string key)
    {
        if (key.Length != Length || !key.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        var bytes = Encoding.ASCII.GetBytes(key);
        return known.Length == 0 || known.Any(one => CryptographicOperations.FixedTimeEquals(one, bytes));
    }
}
