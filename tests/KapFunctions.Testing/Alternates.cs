using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace KapFunctions.Testing;

/// <summary>What a page, the sitemap and the API say of a text in other languages: "fr https://…", in order.</summary>
internal static partial class Alternates
{
    public static IReadOnlyList<string> OfPage(string html) =>
        [.. Link().Matches(html).Select(link => $"{link.Groups["language"].Value} {link.Groups["address"].Value}")];

    /// <summary>By the address that has them.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> OfSitemap(string xml)
    {
        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        XNamespace html = "http://www.w3.org/1999/xhtml";
        return XDocument
            .Parse(xml)
            .Root!.Elements(map + "url")
            .ToDictionary(
                place => place.Element(map + "loc")!.Value,
                IReadOnlyList<string> (place) =>
                    [
                        .. place
                            .Elements(html + "link")
                            .Where(link => link.Attribute("rel")?.Value == "alternate")
                            .Select(link => $"{link.Attribute("hreflang")?.Value} {link.Attribute("href")?.Value}"),
                    ]
            );
    }

    /// <summary>Of a post as the API gives it.</summary>
    public static IReadOnlyList<string> OfPost(System.Text.Json.JsonElement post)
    {
        var all = post.GetProperty("translations").EnumerateArray().ToList();
        return
        [
            .. all.Select(one => $"{one.GetProperty("lang")} {one.GetProperty("url")}"),
            .. all.Where(one => one.GetProperty("x_default").GetBoolean())
                .Select(one => $"x-default {one.GetProperty("url")}"),
        ];
    }

    [GeneratedRegex(
        "<link rel=\"alternate\" hreflang=\"(?<language>[^\"]+)\" href=\"(?<address>[^\"]+)\">",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Link();
}
