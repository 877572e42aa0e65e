using System.Globalization;
using System.Text.RegularExpressions;

namespace KapFunctions.Content.Text;

/// <summary>What a run of words is known by: its length and its remainder, read as one long number. Two runs that follow each other
/// have the hash of both together, so a text has the same one however it is cut into sections. It finds edits; it hides nothing and
/// resists nobody who looks for two texts with one hash. Heads of files hold it, so it never changes.</summary>
internal readonly partial record struct WordsHash(int Length, ulong Value)
{
    private const ulong Modulus = (1UL << 61) - 1;
    private const ulong Base = 0x0A3C_59D1_7E84_B2F6;

    /// <summary>Of words as <see cref="BareWords"/> writes them.</summary>
    internal static WordsHash Of(string words)
    {
        var value = 0UL;
        foreach (var c in words)
        {
            value = Sum(Product(value, Base), c + 1UL);
        }
        return new(words.Length, value);
    }

    public WordsHash Then(WordsHash next) =>
        new(Length + next.Length, Sum(Product(Value, Power(next.Length)), next.Value));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Length}-{Value:x16}");

    public static WordsHash? Parse(string text) =>
        Written().Match(text) is { Success: true, Groups: var groups }
            ? new(
                int.Parse(groups["length"].ValueSpan, CultureInfo.InvariantCulture),
                ulong.Parse(groups["value"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                    % Modulus
            )
            : null;

    private static ulong Sum(ulong one, ulong other) => (one + other) % Modulus;

    private static ulong Product(ulong one, ulong other) => (ulong)((UInt128)one * other % Modulus);

    private static ulong Power(int exponent)
    {
        var (power, square) = (1UL, Base);
        for (; exponent > 0; exponent >>= 1)
        {
            power = (exponent & 1) == 1 ? Product(power, square) : power;
            square = Product(square, square);
        }
        return power;
    }

    /// <summary>A source has a million characters at most.</summary>
    [GeneratedRegex(
        "^(?<length>[0-9]{1,7})-(?<value>[0-9a-f]{16})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Written();
}
