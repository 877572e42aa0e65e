using Azure.Core;
using KapFunctions.Storage.Account;

namespace KapFunctions.Settings;

/// <summary>The cache in front, which is told what changed. Default: none, and caches forget within seconds.</summary>
/// <param name="FrontDoorEndpointId"><c>Cdn__FrontDoorEndpointId</c>: resource id of the endpoint to purge.</param>
/// <param name="ManagementUrl"><c>Cdn__ManagementUrl</c>: where Azure is managed. Default: the public cloud.</param>
/// <param name="Credential">Signs in there: the identity that signs in to storage.</param>
/// <param name="PurgeUrl"><c>Cdn__PurgeUrl</c>: an address that purges another cache.</param>
/// <param name="PurgeToken"><c>Cdn__PurgeToken</c>: sent there as a bearer token.</param>
public sealed record CdnOptions(
    string? FrontDoorEndpointId = null,
    string ManagementUrl = CdnOptions.PublicCloud,
    TokenCredential? Credential = null,
    Uri? PurgeUrl = null,
    string? PurgeToken = null
)
{
    public const string FrontDoorEndpointIdSetting = "Cdn:FrontDoorEndpointId";

    public const string ManagementUrlSetting = "Cdn:ManagementUrl";

    public const string PurgeUrlSetting = "Cdn:PurgeUrl";

    public const string PurgeTokenSetting = "Cdn:PurgeToken";

    private const string PublicCloud = "https://management.azure.com";
    private const string EndpointType = "Microsoft.Cdn/profiles/afdEndpoints";

    public bool IsOn => FrontDoorEndpointId is not null || PurgeUrl is not null;

    internal static CdnOptions Read(SettingsReader settings)
    {
        var purgeUrl = ReadAddress(settings, PurgeUrlSetting);
        var token = settings.Text(PurgeTokenSetting);
        if (token is not null && settings.Text(PurgeUrlSetting) is null)
        {
            settings.Wrong(
                PurgeTokenSetting,
                $"is set, but {SettingsReader.NameOf(PurgeUrlSetting)} is not: set both, or neither."
            );
        }

        var managementUrl = ReadAddress(settings, ManagementUrlSetting)?.ToString().TrimEnd('/') ?? PublicCloud;
        var endpoint = ReadEndpoint(settings);
        if (endpoint is not null && purgeUrl is not null)
        {
            settings.Wrong(
                PurgeUrlSetting,
                $"is set, and so is {SettingsReader.NameOf(FrontDoorEndpointIdSetting)}: set the one that stands in front."
            );
        }

        var credential = endpoint is null ? null : ReadCredential(settings);
        return new(endpoint, managementUrl, credential, purgeUrl, token);
    }

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

    private static Uri? ReadAddress(SettingsReader settings, string setting)
    {
        if (settings.Text(setting) is not { } text)
        {
            return null;
        }

        // What goes there is signed with a token, which nobody on the way may read.
        if (
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        )
        {
            return address;
        }

        settings.Wrong(setting, "is no https address: correct it, or leave it out.");
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
