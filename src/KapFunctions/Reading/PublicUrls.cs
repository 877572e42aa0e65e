using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Settings;

namespace KapFunctions.Reading;

/// <summary>Where the site and this API are, as the world sees them. It comes from settings and never from a request,
/// whose host header anybody can make up: <c>url</c> in <c>site.yaml</c> says where readers read, <c>Site__Url</c>
/// where this answers.</summary>
public sealed class PublicUrls(SiteOptions options)
{
    // Where Standalone answers unless it is told otherwise.
    private const string Default = "http://localhost:7071";

    public string Self => options.Url ?? Default;

    /// <summary>Addresses as paths on this host, for pages that it serves itself.</summary>
    internal static PublicAddresses PathsOf(View view) =>
        new("", "", placeholder => view.ResolvePlaceholder(placeholder)?.Slug, view.FindMedia, view.MediaNamed);

    internal PublicAddresses Of(View view)
    {
        var site = view.Site.Settings.Url;
        return new(
            site ?? options.Url ?? Default,
            options.Url ?? site ?? Default,
            placeholder => view.ResolvePlaceholder(placeholder)?.Slug,
            view.FindMedia,
            view.MediaNamed
        );
    }
}
