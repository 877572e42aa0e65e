namespace KapFunctions.Settings;

/// <summary>The Entra registration that editors sign in to. Default: none, and editors need a key of the site.</summary>
/// <param name="TenantId"><c>Editor__Entra__TenantId</c>: the directory that signs them in.</param>
/// <param name="ClientId"><c>Editor__Entra__ClientId</c>: the registration, also called the application's id.</param>
/// <param name="PlatformSignsIn"><c>WEBSITE_AUTH_ENABLED</c>: whether the platform in front checks tokens and says who
/// signed in. App Service sets it; set it by hand for another platform that removes <c>X-MS-CLIENT-PRINCIPAL</c> from
/// what comes from outside. Default: no, and nobody counts as signed in.</param>
internal sealed record EntraOptions(string? TenantId, string? ClientId, bool PlatformSignsIn)
{
    public const string PlatformSignsInSetting = "WEBSITE_AUTH_ENABLED";

    public const string TenantIdSetting = "Editor:Entra:TenantId";

    public const string ClientIdSetting = "Editor:Entra:ClientId";

    public bool IsOn => TenantId is not null;

    internal static EntraOptions Read(SettingsReader settings)
    {
        var tenant = ReadId(settings, TenantIdSetting);
        var client = ReadId(settings, ClientIdSetting);
        if (tenant is null != client is null)
        {
            settings.Wrong(
                tenant is null ? TenantIdSetting : ClientIdSetting,
                $"is not set, but {SettingsReader.NameOf(tenant is null ? ClientIdSetting : TenantIdSetting)} is: set both, or neither."
            );
        }

        return new(tenant, client, settings.Switch(PlatformSignsInSetting));
    }

    private static string? ReadId(SettingsReader settings, string setting)
    {
        var text = settings.Text(setting);
        if (text is not null && !Guid.TryParseExact(text, "D", out _))
        {
            settings.Wrong(
                setting,
                "is no id as Entra shows it: copy it, in the form 00000000-0000-0000-0000-000000000000."
            );
        }

        return text?.ToLowerInvariant();
    }
}
