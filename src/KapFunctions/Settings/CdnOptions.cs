using Azure.Core;
using KapFunctions.Storage.Account;

namespace KapFunctions.Settings;

/// <summary>The cache in front, which is told what changed. Default: none, and caches forget within seconds.</summary>
/// <param name="FrontDoorEndpointId"><c>Cdn__FrontDoorEndpointId</c>: resource id of the endpoint to purge.</param>
/// <param name="ManagementUrl"><c>Cdn__ManagementUrl</c>: where Azure is managed. Default: the public cloud.</param>
/// <param name="Credential">Signs in there: the identity that signs in to storage.</param>
/// <param name="PurgeUrl"><c>Cdn__PurgeUrl</c>: an address that purges another cache.</param>
/// <param name="PurgeToken"><c>Cdn__PurgeToken</c>: sent there as a bearer token.</param>
/// <param name="ByTag"><c>Cdn__CloudflareZoneId</c> or <c>Cdn__FastlyServiceId</c>: a cache that is purged by tags.</param>
/// <param name="Release">Names what makes the answers beside the content: a new one begins with an empty cache.</param>
public sealed record CdnOptions(
    string? FrontDoorEndpointId = null,
    string ManagementUrl = CdnOptions.PublicCloud,
    TokenCredential? Credential = null,
    Uri? PurgeUrl = null,
    string? PurgeToken = null,
    TagCache? ByTag = null,
    string Release = ""
)
{
    public const string FrontDoorEndpointIdSetting = "Cdn:FrontDoorEndpointId";

    public const string ManagementUrlSetting = "Cdn:ManagementUrl";

    public const string PurgeUrlSetting = "Cdn:PurgeUrl";

    public const string PurgeTokenSetting = "Cdn:PurgeToken";

    private const string PublicCloud = "https://management.azure.com";
    private const string EndpointType = "Microsoft.Cdn/profiles/afdEndpoints";

    /// <summary>When a cache by tags is told again: no instance answers any more with what it knew before. It looks at the log
    /// every five seconds at least, answers within four, and clocks differ.</summary>
    public static TimeSpan Again { get; } = TimeSpan.FromSeconds(45);

    /// <summary>The same where a release is rolled out, and the one before still answers beside it.</summary>
    public static TimeSpan AgainAfterRelease { get; } = TimeSpan.FromMinutes(10);

    public bool IsOn => Name is not null;

    /// <summary>Under which it is kept how far the cache was told; null where there is none.</summary>
    public string? Name =>
        ByTag is { } cache ? $"{cache.Address} {cache} {Release}" : FrontDoorEndpointId ?? PurgeUrl?.ToString();

    /// <summary>Under which it is kept how far it was told again.</summary>
    public string? SettledName => ByTag is null ? null : Name + " again";

    internal static CdnOptions Read(SettingsReader settings)
    {
        var purgeUrl = settings.Address(PurgeUrlSetting);
        var token = settings.Text(PurgeTokenSetting);
        if (token is not null && settings.Text(PurgeUrlSetting) is null)
        {
            settings.Wrong(
                PurgeTokenSetting,
                $"is set, but {SettingsReader.NameOf(PurgeUrlSetting)} is not: set both, or neither."
            );
        }

        var managementUrl = settings.Address(ManagementUrlSetting)?.ToString().TrimEnd('/') ?? PublicCloud;
        var endpoint = ReadEndpoint(settings);
        var cloudflare = TagCache.Read(settings, TagCacheKind.Cloudflare);
        var fastly = TagCache.Read(settings, TagCacheKind.Fastly);
        RequireOne(
            settings,
            (FrontDoorEndpointIdSetting, endpoint is not null),
            (PurgeUrlSetting, purgeUrl is not null),
            ("Cdn:CloudflareZoneId", cloudflare is not null),
            ("Cdn:FastlyServiceId", fastly is not null)
        );

        var credential = endpoint is null ? null : ReadCredential(settings);
        return new(endpoint, managementUrl, credential, purgeUrl, token, cloudflare ?? fastly, ReleaseOf(settings));
    }

    private static void RequireOne(SettingsReader settings, params ReadOnlySpan<(string Setting, bool IsSet)> caches)
    {
        string? first = null;
        foreach (var (setting, _) in caches.ToArray().Where(cache => cache.IsSet))
        {
            if (first is not null)
            {
                settings.Wrong(
                    setting,
                    $"is set, and so is {SettingsReader.NameOf(first)}: set the one that stands in front."
                );
            }

            first ??= setting;
        }
    }

    /// <summary>Another program, or another address of the site, makes other answers of the same content.</summary>
    private static string ReleaseOf(SettingsReader settings) =>
        $"{typeof(CdnOptions).Module.ModuleVersionId:N} {settings.Text(SiteOptions.UrlSetting)}";

    private static string? ReadEndpoint(SettingsReader settings)
    {
        var text = settings.Text(FrontDoorEndpointIdSetting);
        if (text is null || (ResourceIdentifier.TryParse(text, out var id) && id!.ResourceType == EndpointType))
        {
            return text;
        }

        settings.Wrong(
            FrontDoorEndpointIdSetting,
            $"is no resource id of a Front Door endpoint: it begins with /subscriptions/ and names a {EndpointType}."
        );
        return null;
    }

    private static TokenCredential? ReadCredential(SettingsReader settings)
    {
        // Mistakes in those settings are told where storage reads them.
        var connection = settings.Read((configuration, _) => StorageConnection.Read(configuration, []));
        if (connection is { Credential: null })
        {
            settings.Wrong(
                FrontDoorEndpointIdSetting,
                $"needs an identity to purge with: name the storage account by its addresses and set {StorageNames.Connection}__credential."
            );
        }

        return connection?.Credential;
    }
}
