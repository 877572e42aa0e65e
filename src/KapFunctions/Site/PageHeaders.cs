using System.Text;
using KapFunctions.Content.Links;
using KapFunctions.Content.Settings;
using KapFunctions.Http;
using KapFunctions.Settings;

namespace KapFunctions.Site;

/// <summary>What browsers may do with a page: load from here alone, but for what the site itself chose.</summary>
internal static class PageHeaders
{
    // The hosts that a player may be put from on a click.
    private static readonly string Frames = string.Join(' ', FrameHosts.All.Select(host => $"https://{host}"));

    /// <summary>Where no setting says the public address, <c>site.yaml</c> does.</summary>
    public static AnswerHeaders Of(SiteSettings site, SiteOptions options) =>
        new(
            PolicyOf(site.Rendering),
            Referrer: SecurityHeaders.OriginAlone,
            IsHttpsAlone: options.IsHttpsAlone(options.Url ?? site.Url)
        );

    private static string PolicyOf(RenderSettings rendering)
    {
        // Hosts are written without a scheme, which is the page's own, or a safer one.
        var media = string.Join(' ', rendering.OwnHosts.Where(host => Ascii.IsValid(host)).Prepend("'self'"));
        if (rendering.ShowsForeignPictures)
        {
            media += " https: http:";
        }

        return $"default-src 'none'; script-src 'self'; style-src 'self'; img-src {media}; media-src {media}; "
            + $"font-src 'self'; connect-src 'self'; frame-src {Frames}; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}
