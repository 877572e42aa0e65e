using System.Globalization;
using System.Text;

namespace KapFunctions.Content.Text;

/// <summary>The last part of an address, made of a title, a tag or a name.</summary>
public static class Slug
{
    /// <summary>In characters; Ghost's limit.</summary>
    public const int MaxLength = 191;

    /// <summary>Lower case, one hyphen between words. Latin letters lose their accents, other scripts stay. Never empty: a text
    /// without letters and digits gets a slug made of its hash.</summary>
    public static string From(string text)
    {
        var slug = Hyphenated(text);
        return slug.Length > 0 ? slug : Hashed(text);
    }

    internal static string Hyphenated(string text)
    {
        var slug = new StringBuilder(Math.Min(text.Length, MaxLength) + 8);
        foreach (var rune in Decomposed(text).EnumerateRunes())
        {
            Append(slug, rune);
            if (slug.Length > MaxLength + 32)
            {
                break;
            }
        }
        var composed = slug.ToString().Normalize(NormalizationForm.FormC);
        return Cut(composed).Trim('-');
    }

    private static string Decomposed(string text)
    {
        // Normalising refuses half characters, and needs no more than what can become a slug.
        var part = text.Length > MaxLength * 8 ? text[..(MaxLength * 8)] : text;
        return WellFormed.Text(part).Normalize(NormalizationForm.FormKD);
    }

    private static void Append(StringBuilder slug, Rune rune)
    {
        switch (rune.Value)
        {
            case >= 'a' and <= 'z' or >= '0' and <= '9':
                slug.Append((char)rune.Value);
                return;
            case >= 'A' and <= 'Z':
                slug.Append((char)(rune.Value | 0x20));
                return;
            case '\'' or '’' or 'ʼ' or '\u00AD':
                return;
            case '+' or '#' when slug.Length > 0 && (char.IsAsciiLetterLower(slug[^1]) || slug[^1] == '+'):
                slug.Append(rune.Value == '+' ? "-plus" : "-sharp");
                return;
        }
        if (
            Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
        )
        {
            if (slug.Length > 0 && !char.IsAscii(slug[^1]))
            {
                slug.Append(rune.ToString());
            }
        }
        else if (Rune.IsLetterOrDigit(rune))
        {
            slug.Append(Ascii(rune) ?? Rune.ToLowerInvariant(rune).ToString());
        }
        else if (slug.Length > 0 && slug[^1] != '-')
        {
            slug.Append('-');
        }
    }

    /// <summary>The Latin letters that no decomposition takes to ASCII.</summary>
    private static string? Ascii(Rune rune) =>
        rune.Value switch
        {
            'ß' or 'ẞ' => "ss",
            'æ' or 'Æ' => "ae",
            'œ' or 'Œ' => "oe",
            'ø' or 'Ø' => "o",
            'đ' or 'Đ' or 'ð' or 'Ð' => "d",
            'ł' or 'Ł' => "l",
            'þ' or 'Þ' => "th",
            'ı' => "i",
            'ħ' or 'Ħ' => "h",
            _ => null,
        };

    private static string Cut(string slug)
    {
        if (slug.Length <= MaxLength)
        {
            return slug;
        }
        var end = char.IsHighSurrogate(slug[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return slug[..end];
    }

    private static string Hashed(string text)
    {
        // FNV-1a: stable across machines and versions, which string.GetHashCode is not.
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }
        return "x" + hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
