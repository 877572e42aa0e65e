using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;

namespace KapFunctions.Content.Site;

/// <summary>What the site says to those who are no readers: crawlers, those who find a weakness, other programs.</summary>
internal sealed partial class SiteReader
{
    /// <summary>Each event is sent to each of them.</summary>
    private const int MaxWebhooks = 20;

    /// <summary>An address that a browser or a mail program opens; one of mail may stand there alone.</summary>
    private string? SecurityContact()
    {
        if (fields.Find("security_contact") is not { } field)
        {
            return null;
        }

        var written = fields.Text(field)?.Trim();
        var contact = written?.Contains('@') == true && !written.Contains(':') ? $"mailto:{written}" : written;
        if (Uri.TryCreate(contact, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "mailto" or "tel")
        {
            return uri.AbsoluteUri;
        }

        problems.Add(
            ProblemCatalog.SiteValue,
            field.At,
            field.Key,
            "an address of mail, or one that begins with https://"
        );
        return null;
    }

    private List<WebhookTarget> Webhooks()
    {
        var targets = new List<WebhookTarget>();
        foreach (var (_, entry, from) in Entries("webhooks"))
        {
            if (targets.Count == MaxWebhooks)
            {
                problems.Add(
                    ProblemCatalog.SiteValue,
                    from.At,
                    from.Key,
                    $"at most {MaxWebhooks} targets; the others are not called"
                );
                break;
            }
            var url = entry.Text("url", "name");
            if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
            {
                targets.Add(new(url!, [.. Events(entry)]));
                continue;
            }
            problems.Add(
                ProblemCatalog.SiteValue,
                from.At,
                from.Key,
                "a list of entries with a \"url\" that begins with https:// (http:// only where the operator allows private targets)"
            );
        }
        return targets;
    }

    private static IEnumerable<string> Events(Fields entry) =>
        entry.Find("events")?.Value switch
        {
            ListValue list => list.Items.OfType<ScalarValue>().Select(item => item.Text),
            ScalarValue scalar => [scalar.Text],
            _ => [],
        };
}
