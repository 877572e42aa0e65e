namespace KapFunctions.Settings;

/// <summary>Where this site answers.</summary>
/// <param name="Url">
/// <c>Site__Url</c>: this API's public address, without a slash at its end. Default: none, and <c>url</c> in
/// <c>site.yaml</c> stands for it.
/// </param>
public sealed record SiteOptions(string? Url)
{
    /// <summary>The setting.</summary>
    public const string UrlSetting = "Site:Url";

    internal static SiteOptions Read(SettingsReader settings)
    {
        if (settings.Text(UrlSetting) is not { } text)
        {
            return new(Url: null);
        }

        if (
            Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" }
        )
        {
            return new(text.TrimEnd('/'));
        }

        settings.Wrong(
            UrlSetting,
            "is no web address: give it the address that readers use, such as https://www.example.org, without user, query or fragment."
        );
        return new(Url: null);
    }
}
