namespace KapFunctions.Settings;

/// <summary>Which websites may read from a reader's browser: <c>Cors__Origins</c>, divided by commas. Default: every
/// one (null), since what is read is public and no cookie is involved.</summary>
internal sealed record CorsOptions(IReadOnlyList<string>? Origins)
{
    public const string OriginsSetting = "Cors:Origins";

    private const string Every = "*";

    internal static CorsOptions Read(SettingsReader settings)
    {
        var origins = settings.List(OriginsSetting);
        if (origins is [] or [Every])
        {
            return new(Origins: null);
        }

        for (var i = 0; i < origins.Length; i++)
        {
            if (!IsOrigin(origins[i]))
            {
                settings.Wrong(
                    OriginsSetting,
                    $"has no origin at place {i + 1}: an origin is http or https, a host and perhaps a port, such as https://www.example.org, or a single * for every one."
                );
            }
        }

        return new(origins);
    }

    // As browsers send it: small letters, no path, no slash at the end.
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && text == uri.GetLeftPart(UriPartial.Authority)
        && uri.UserInfo.Length == 0;
}
