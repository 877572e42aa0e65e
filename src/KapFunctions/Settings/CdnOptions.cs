using Azure.Core;

namespace KapFunctions.Settings;

/// <summary>The cache in front of the site.</summary>
/// <param name="FrontDoorEndpointId">
/// <c>Cdn__FrontDoorEndpointId</c>: the Azure resource id of the Front Door endpoint to purge when something is
/// unpublished. Default: none, and caches forget by themselves within seconds.
/// </param>
public sealed record CdnOptions(string? FrontDoorEndpointId)
{
    /// <summary>The setting.</summary>
    public const string FrontDoorEndpointIdSetting = "Cdn:FrontDoorEndpointId";

    private const string EndpointType = "Microsoft.Cdn/profiles/afdEndpoints";

    internal static CdnOptions Read(SettingsReader settings)
    {
        if (settings.Text(FrontDoorEndpointIdSetting) is not { } text)
        {
            return new(FrontDoorEndpointId: null);
        }

        if (!ResourceIdentifier.TryParse(text, out var id) || id!.ResourceType != EndpointType)
        {
            settings.Wrong(
                FrontDoorEndpointIdSetting,
                $"is no resource id of a Front Door endpoint: it begins with /subscriptions/ and names a {EndpointType}."
            );
        }

        return new(text);
    }
}
