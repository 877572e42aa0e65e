using System.Globalization;
using System.Text;
using System.Text.Json;
using KapFunctions.Content.Settings;

namespace KapFunctions.Content.PageHead;

/// <summary>What search engines are told beside a text: the practice, its people, and where a page stands. Each can stand in a
/// <c>script</c> element. https://schema.org/LocalBusiness, https://schema.org/Person, https://schema.org/BreadcrumbList</summary>
public static class SiteJsonLd
{
    /// <summary>The practice; <paramref name="logo"/> and <paramref name="picture"/> are public addresses.</summary>
    public static string Of(Practice practice, SiteSettings site, string home, string? logo, string? picture) =>
        Written(
            practice.Kind,
            json =>
            {
                json.WriteString("@id", home + "#practice");
                json.WriteString("name", practice.Name);
                json.WriteString("url", home);
                WriteIfAny(json, "description", site.Description.Length > 0 ? site.Description : null);
                WriteIfAny(json, "logo", logo);
                WriteIfAny(json, "image", picture ?? logo);
                WriteIfAny(json, "telephone", practice.Telephone);
                WriteIfAny(json, "email", practice.Email);
                WriteAddress(json, practice);
                WriteHours(json, practice.Hours);
                WriteTexts(json, "knowsLanguage", practice.Languages);
                WriteTexts(json, "identifier", practice.Licences);
                WriteTexts(json, "sameAs", [.. SocialLinks.Of(site.Social).Select(link => link.Url)]);
            }
        );

    /// <summary>Somebody of the site; <paramref name="page"/>, <paramref name="picture"/> and <paramref name="home"/> are public
    /// addresses.</summary>
    public static string Of(Author author, SiteSettings site, string page, string? picture, string home) =>
        Written(
            "Person",
            json =>
            {
                json.WriteString("name", author.Name);
                json.WriteString("url", page);
                WriteIfAny(json, "image", picture);
                WriteIfAny(json, "description", author.Bio);
                WriteIfAny(json, "jobTitle", author.Role);
                WriteTexts(json, "honorificSuffix", author.Credentials);
                WriteTexts(json, "identifier", author.Licences);
                WriteTexts(
                    json,
                    "sameAs",
                    [
                        .. new[] { author.Website }.OfType<string>(),
                        .. SocialLinks.Of(author.Social).Select(link => link.Url),
                        .. author.SameAs,
                    ]
                );
                if (site.Practice is { } practice)
                {
                    json.WriteStartObject("worksFor");
                    json.WriteString("@type", practice.Kind);
                    json.WriteString("@id", home + "#practice");
                    json.WriteString("name", practice.Name);
                    json.WriteEndObject();
                }
            }
        );

    /// <summary>The way from the first page to this one: names and public addresses.</summary>
    public static string Way(IReadOnlyList<NavigationItem> steps) =>
        Written(
            "BreadcrumbList",
            json =>
            {
                json.WriteStartArray("itemListElement");
                for (var i = 0; i < steps.Count; i++)
                {
                    json.WriteStartObject();
                    json.WriteString("@type", "ListItem");
                    json.WriteNumber("position", i + 1);
                    json.WriteString("name", steps[i].Label);
                    json.WriteString("item", steps[i].Url);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
        );

    private static string Written(string type, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", type);
            write(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteAddress(Utf8JsonWriter json, Practice practice)
    {
        if (practice is { Street: null, City: null, Region: null, PostalCode: null, Country: null })
        {
            return;
        }
        json.WriteStartObject("address");
        json.WriteString("@type", "PostalAddress");
        WriteIfAny(json, "streetAddress", practice.Street);
        WriteIfAny(json, "addressLocality", practice.City);
        WriteIfAny(json, "addressRegion", practice.Region);
        WriteIfAny(json, "postalCode", practice.PostalCode);
        WriteIfAny(json, "addressCountry", practice.Country);
        json.WriteEndObject();
    }

    private static void WriteHours(Utf8JsonWriter json, IReadOnlyList<OpeningHours> hours)
    {
        if (hours.Count == 0)
        {
            return;
        }
        json.WriteStartArray("openingHoursSpecification");
        foreach (var line in hours)
        {
            json.WriteStartObject();
            json.WriteString("@type", "OpeningHoursSpecification");
            WriteTexts(json, "dayOfWeek", [.. line.Days.Select(day => day.ToString())]);
            json.WriteString("opens", line.Opens.ToString("HH:mm", CultureInfo.InvariantCulture));
            json.WriteString("closes", line.Closes.ToString("HH:mm", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string property, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }
        json.WriteStartArray(property);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }
        json.WriteEndArray();
    }

    private static void WriteIfAny(Utf8JsonWriter json, string property, string? value)
    {
        if (value is not null)
        {
            json.WriteString(property, value);
        }
    }
}
