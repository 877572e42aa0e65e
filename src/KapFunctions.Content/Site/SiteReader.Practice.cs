using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Links;
using KapFunctions.Content.Placeholders;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;

namespace KapFunctions.Content.Site;

internal sealed partial class SiteReader
{
    /// <summary>Each stands on every page.</summary>
    private const int MaxLines = 30;

    /// <summary>Every post is searched for each of them.</summary>
    private const int MaxCrisisWords = 100;

    /// <summary>In UTF-16 units.</summary>
    private const int MaxLine = 200;

    private string? FirstPage()
    {
        if (fields.Find("home", "home_page", "front_page") is not { } field || fields.Text(field) is not { } written)
        {
            return null;
        }
        if (
            links.Resolve(written) is { Kind: LinkKind.Content, Url: var url }
            && Placeholder.PathOf(url) is { } path
            && ContentPaths.KindOf(path) == ContentKind.Page
        )
        {
            return path;
        }
        problems.Add(ProblemCatalog.SiteValue, field.At, field.Key, "the path of a page, such as pages/welcome.md");
        return null;
    }

    private Practice? Practice()
    {
        if (Part("practice", "name") is not { } practice)
        {
            return null;
        }
        var address = practice.Map("address");
        var written = address is null ? practice.Text("address") : null;
        var read = new Practice
        {
            Name = Line(practice, "name") ?? fields.Text("title", "name") ?? defaults.Title,
            Kind = PracticeKind(practice),
            Street = written ?? (address is null ? null : Line(address, "street", "street_address")),
            City = address is null ? null : Line(address, "city", "locality", "town"),
            Region = address is null ? null : Line(address, "region", "state"),
            PostalCode = address is null ? null : Line(address, "postal_code", "postcode", "zip"),
            Country = address is null ? null : Line(address, "country"),
            Telephone = Telephone(practice, "telephone", "phone"),
            Email = Email(practice),
            Hours = Hours(practice),
            Languages = Lines(practice, "languages"),
            Licences = Lines(practice, "licences", "licenses", "licence", "license"),
            Booking = Booking(practice),
        };
        ReportUnknown(address);
        ReportUnknown(practice);
        return read;
    }

    private CrisisLine? Crisis()
    {
        if (Part("crisis", "name") is not { } crisis)
        {
            return null;
        }
        var field = fields.Find("crisis")!;
        var read = new CrisisLine
        {
            Name = Line(crisis, "name") ?? "",
            Number = Telephone(crisis, "number", "telephone", "phone"),
            Link = Url(crisis, "link", "url"),
            Words = [.. Lines(crisis, MaxCrisisWords, "words").Where(word => word.Length > 1)],
        };
        ReportUnknown(crisis);
        if (read is { Name.Length: > 0 } and not { Number: null, Link: null })
        {
            return read;
        }
        problems.Add(ProblemCatalog.SiteValue, field.At, field.Key, "a \"name\" with a \"number\" or a \"link\"");
        return null;
    }

    /// <summary>The keys below <paramref name="key"/>; a text alone is its <paramref name="name"/>.</summary>
    private Fields? Part(string key, string name) =>
        fields.Find(key)?.Value switch
        {
            MapValue map => new(map, problems),
            ScalarValue scalar => new(new(scalar.At, [new(name, scalar.At, scalar)]), problems),
            _ => null,
        };

    private string PracticeKind(Fields practice)
    {
        if (practice.Find("kind", "type") is not { } field)
        {
            return "LocalBusiness";
        }
        if (PracticeKinds.Named(practice.Text(field)) is { } kind)
        {
            return kind;
        }
        problems.Add(
            ProblemCatalog.SiteValue,
            field.At,
            field.Key,
            "a kind of schema.org, such as MedicalClinic, Physician or ProfessionalService"
        );
        return "LocalBusiness";
    }

    private string? Telephone(Fields from, params ReadOnlySpan<string> keys)
    {
        if (from.Find(keys) is not { } field || from.Text(field) is not { } written)
        {
            return null;
        }
        if (
            written.Length <= MaxLine
            && written.Any(char.IsAsciiDigit)
            && written.All(c => char.IsAsciiDigit(c) || "+-–./() \u00a0".Contains(c))
        )
        {
            return written;
        }
        problems.Add(ProblemCatalog.SiteValue, field.At, field.Key, "a number such as \"+1 555-555-0137\", in quotes");
        return null;
    }

    private string? Email(Fields practice)
    {
        if (practice.Find("email") is not { } field || practice.Text(field) is not { } written)
        {
            return null;
        }
        if (
            written.Length <= MaxLine
            && written.Split('@') is [{ Length: > 0 }, { Length: > 0 }]
            && !written.Any(c => char.IsWhiteSpace(c) || "\"'<>?&:".Contains(c))
        )
        {
            return written;
        }
        problems.Add(ProblemCatalog.SiteValue, field.At, field.Key, "an address such as hello@example.org");
        return null;
    }

    /// <summary>An address alone, or a map with <c>label</c> and <c>url</c>.</summary>
    private NavigationItem? Booking(Fields practice)
    {
        if (practice.Find("booking", "booking_link") is not { } field)
        {
            return null;
        }
        var entry = Entry(field.Value);
        var (label, url) = (Line(entry, "label", "text", "title"), entry.Text("url", "link", "href", "name"));
        if (
            url is not null
            && links.Resolve(url)
                is { Kind: LinkKind.External or LinkKind.Contact or LinkKind.Site or LinkKind.Content } link
        )
        {
            return new(label ?? "", link.Url);
        }
        problems.Add(ProblemCatalog.SiteValue, field.At, field.Key, "an address that begins with https://, or a page");
        return null;
    }

    private List<OpeningHours> Hours(Fields practice)
    {
        var hours = new List<OpeningHours>();
        foreach (var (line, at) in Written(practice, MaxLines, "hours", "opening_hours"))
        {
            var (read, fault) = HoursText.Read(line);
            fault ??= hours.Exists(other => HoursText.Meet(other, read!)) ? "a line above has the same time" : null;
            if (fault is null)
            {
                hours.Add(read!);
                continue;
            }
            problems.Add(ProblemCatalog.OpeningHours, at, line, fault);
        }
        return hours;
    }

    private static string? Line(Fields from, params ReadOnlySpan<string> keys) =>
        from.Text(keys) is { Length: > 0 and <= MaxLine } line ? line : null;

    private List<string> Lines(Fields from, params ReadOnlySpan<string> keys) => Lines(from, MaxLines, keys);

    private List<string> Lines(Fields from, int most, params ReadOnlySpan<string> keys) =>
        [.. Written(from, most, keys).Select(line => line.Text)];

    /// <summary>A list of lines, or one alone; what is too long or too many is told.</summary>
    private List<(string Text, Position At)> Written(Fields from, int most, params ReadOnlySpan<string> keys)
    {
        if (from.Find(keys) is not { } field)
        {
            return [];
        }
        var values = field.Value is ListValue list ? list.Items : [field.Value];
        List<(string Text, Position At)> lines =
        [
            .. values
                .OfType<ScalarValue>()
                .Select(value => (Fields.OneLine(value.Text), value.At))
                .Where(line => line.Item1.Length is > 0 and <= MaxLine)
                .Take(most),
        ];
        if (lines.Count < values.Count)
        {
            problems.Add(
                ProblemCatalog.SiteValue,
                field.At,
                field.Key,
                $"a list of at most {most} texts of at most {MaxLine} characters"
            );
        }
        return lines;
    }

    private List<string> WebAddresses(Fields from, params ReadOnlySpan<string> keys)
    {
        var addresses = new List<string>();
        foreach (var (text, at) in Written(from, MaxLines, keys))
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            {
                addresses.Add(text);
                continue;
            }
            problems.Add(ProblemCatalog.SiteValue, at, keys[0], "a list of addresses that begin with https://");
        }
        return addresses;
    }

    private void ReportUnknown(Fields? part)
    {
        foreach (var unknown in part?.Unread ?? [])
        {
            problems.Add(ProblemCatalog.SiteUnknownKey, unknown.At, unknown.Key);
        }
    }

    private void ReportContrast(string? accent)
    {
        if (accent is not null && AccentColors.Of(accent) is { Written: < AccentColors.LeastContrast } colors)
        {
            problems.Add(
                ProblemCatalog.AccentContrast,
                fields.Find("accent_color")!.At,
                accent,
                colors.Written.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture),
                colors.Light
            );
        }
    }
}
