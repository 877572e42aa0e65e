using KapFunctions.Delivery.Shapes;
using KapFunctions.Query;
using Microsoft.Extensions.Configuration;

namespace KapFunctions.Delivery;

/// <summary>
/// Where the site and this API are, as the world sees them. It comes from settings and never from a request, whose host
/// header anybody can make up: <c>url</c> in <c>site.yaml</c> says where readers read, <c>Site:Url</c> where this answers.
/// </summary>
public sealed class PublicUrls(IConfiguration configuration)
{
    /// <summary>The setting that says where this API answers.</summary>
    public const string Setting = "Site:Url";

    /// <summary>Where Standalone answers unless it is told otherwise.</summary>
    private const string Default = "http://localhost:7071";

    private readonly string? configured = configuration[Setting]?.TrimEnd('/');

    /// <summary>Where this API answers, without a trailing slash.</summary>
    public string Self => configured ?? Default;

    /// <summary>Addresses of everything in the view.</summary>
    public PublicAddresses Of(View view)
    {
        var site = view.Site.Settings.Url;
        return new(
            site ?? configured ?? Default,
            configured ?? site ?? Default,
            placeholder => view.ResolvePlaceholder(placeholder)?.Slug
        );
    }
}
