using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Site;

/// <summary>What the site says to those who are no readers.</summary>
internal sealed partial class SiteReader
{
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
}
