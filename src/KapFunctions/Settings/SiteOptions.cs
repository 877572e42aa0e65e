namespace KapFunctions.Settings;

/// <summary>Where this site answers.</summary>
/// <param name="Url"><c>Site__Url</c>: this API's public address, without a slash at its end. Default: none, and
/// <c>url</c> in <c>site.yaml</c> stands for it.</param>
/// <param name="HttpsAlone"><c>Site__HttpsAlone</c>: whether browsers come by https alone from then on (HSTS). Default:
/// where the public address begins with <c>https</c> and is none of this machine.</param>
public sealed record SiteOptions(string? Url, bool? HttpsAlone = null)
{
    public const string HttpsAloneSetting = "Site:HttpsAlone";

    public const string UrlSetting = "Site:Url";

    internal static SiteOptions Read(SettingsReader settings)
    {
        var url = ReadUrl(settings);
        return new(
            url,
            settings.Text(HttpsAloneSetting) is null
                ? null
                : settings.Switch(HttpsAloneSetting, "what the address says")
        );
    }

    /// <summary>Whether browsers are told to come by https alone, where <paramref name="address"/> is the public
    /// one.</summary>
    public bool IsHttpsAlone(string? address) =>
        HttpsAlone ?? (address is not null && new Uri(address) is { Scheme: "https", IsLoopback: false });

    private static string? ReadUrl(SettingsReader settings)
    {
        if (settings.Text(UrlSetting) is not { } text)
        {
            return null;
        }

        if (
            Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" }
        )
        {
            return text.TrimEnd('/');
        }

        settings.Wrong(
            UrlSetting,
            "is no web address: give it the address that readers use, such as https://www.example.org, without user, query or fragment."
        );
        return null;
    }
}
