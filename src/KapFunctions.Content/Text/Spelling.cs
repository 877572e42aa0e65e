using System.Text;

namespace KapFunctions.Content.Text;

/// <summary>Compares words as people mean them: whatever their case, accents, width and invisible characters, and with a slip.</summary>
public static class Spelling
{
    /// <summary>Longer than every word that anything is compared with, in characters.</summary>
    public const int MaxLength = 40;

    /// <summary>Letters of other alphabets that look like one of a to z, and the letters that they look like.</summary>
    private const string Lookalikes = "аеорсухіѕјһԁԛԝкмтвнαορνικτυεłøđı";
    private const string Latin = "aeopcyxisjhdqwkmtbhaopviktuelodi";

    /// <summary>A word's letters and digits, small and plain.</summary>
    public static string Fold(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange('a', 'z') < 0)
        {
            return text;
        }
        var folded = new StringBuilder(text.Length);
        foreach (var c in IsWellFormed(text) ? text.Normalize(NormalizationForm.FormKD) : text)
        {
            if (!char.IsLetterOrDigit(c))
            {
                continue;
            }
            var small = char.ToLowerInvariant(c);
            _ = small switch
            {
                <= 'z' => folded.Append(small),
                'ß' => folded.Append("ss"),
                _ when Lookalikes.IndexOf(small, StringComparison.Ordinal) is >= 0 and var at => folded.Append(
                    Latin[at]
                ),
                _ => folded.Append(small),
            };
        }
        return folded.ToString();
    }

    /// <summary>One slip of the fingers; in a long word there may be two.</summary>
    public static bool IsNear(string written, string meant)
    {
        var most = meant.Length switch
        {
            <= 3 => 0,
            <= 7 => 1,
            _ => 2,
        };
        return written == meant
            || (
                Math.Abs(written.Length - meant.Length) <= most
                && written.Length <= MaxLength
                && Distance(written, meant) <= most
            );
    }

    /// <summary>Letters lost, added, exchanged or swapped with their neighbour: the optimal string alignment distance.</summary>
    public static int Distance(string a, string b)
    {
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var exchanged = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(exchanged, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
            (before, last, row) = (last, row, before);
        }
        return last[b.Length];
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsSurrogatePair(text, i) && ++i > 0))
            {
                return false;
            }
        }
        return true;
    }
}
