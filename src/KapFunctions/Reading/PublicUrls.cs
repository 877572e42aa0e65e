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
        new("", "", view.FindPlaced, view.FindMedia, view.MediaNamed) { Homes = HomesOf(view) };

    internal PublicAddresses Of(View view)
    {
        var site = view.Site.Settings.Url;
        return new(
            site ?? options.Url ?? Default,
            options.Url ?? site ?? Default,
            view.FindPlaced,
            view.FindMedia,
            view.MediaNamed
        )
        {
            Homes = HomesOf(view),
        };
    }

    private static Dictionary<string, string> HomesOf(View view) =>
        view.FirstPage() is { } page
            ? new TranslationGroups(view)
                .Of(page)
                .Select(one => one.Post)
                .Append(page)
                .Select(post => post.Metadata!.Slug)
                .Distinct()
                .ToDictionary(slug => slug, PublicAddresses.PrefixOf)
            : [];
}
