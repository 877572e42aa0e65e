using System.Globalization;
using KapFunctions.Content.Settings;
using KapFunctions.Reading;
using KapFunctions.Site.Theme;

namespace KapFunctions.Site;

/// <summary>The practice and who helps in a crisis, as templates show them.</summary>
internal sealed class PracticeModel(SiteSettings site, PublicAddresses paths, PageLanguage words)
{
    /// <summary>Null for a site that is no practice.</summary>
    public Dictionary<string, object?>? Practice =>
        site.Practice is not { } practice
            ? null
            : new()
            {
                ["name"] = practice.Name,
                ["street"] = practice.Street,
                ["town"] = Town(practice),
                ["country"] = practice.Country,
                ["telephone"] = practice.Telephone,
                ["telephone_url"] = Callable(practice.Telephone),
                ["email"] = practice.Email,
                ["hours"] = practice
                    .Hours.Select(hours => new Dictionary<string, object?>
                    {
                        ["days"] = words.Days(hours.Days),
                        ["times"] = $"{words.Time(hours.Opens)} – {words.Time(hours.Closes)}",
                    })
                    .ToArray(),
                ["languages"] = string.Join(", ", practice.Languages),
                ["licences"] = practice.Licences,
                ["booking_url"] = practice.Booking is { } booking ? paths.Finish(booking.Url) : null,
                ["booking_label"] = practice.Booking is { Label.Length: > 0 } named ? named.Label : words.All["book"],
            };

    /// <summary>Null for a site that names nobody.</summary>
    public Dictionary<string, object?>? Crisis =>
        site.Crisis is not { } crisis
            ? null
            : new()
            {
                ["name"] = crisis.Name,
                ["number"] = crisis.Number,
                ["number_url"] = Callable(crisis.Number),
                ["url"] = crisis.Link,
            };

    /// <summary>The line where <paramref name="text"/> has one of its words; else null.</summary>
    public Dictionary<string, object?>? CrisisIn(string text) =>
        site.Crisis is { } crisis && Words(crisis).Any(word => Has(text, word)) ? Crisis : null;

    private IEnumerable<string> Words(CrisisLine crisis) =>
        crisis.Words.Count > 0
            ? crisis.Words
            : words
                .All["crisis_words"]
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>As a word, or the beginning of one: <c>suicid</c> is in <c>suicidal</c>, and <c>harm</c> not in <c>charm</c>.</summary>
    private static bool Has(string text, string word)
    {
        for (var at = 0; (at = text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            {
                return true;
            }
        }
        return false;
    }

    private static string? Town(Practice practice)
    {
        // As the Post of each country has it, roughly: states stand behind towns, and codes behind states or before towns.
        string?[] parts = practice.Region is null
            ? [practice.PostalCode, practice.City]
            : [practice.City is null ? null : practice.City + ",", practice.Region, practice.PostalCode];
        var town = string.Join(' ', parts.OfType<string>());
        return town.Length > 0 ? town : null;
    }

    private static string? Callable(string? number) =>
        number is null
            ? null
            : "tel:" + string.Concat(number.Where((c, at) => char.IsAsciiDigit(c) || (c == '+' && at == 0)));
}
