namespace KapFunctions.Settings;

/// <summary>Whose cache it is that forgets by tags within a second or two.</summary>
public enum TagCacheKind
{
    Cloudflare,
    Fastly,
}

/// <summary>A cache that is told by tags what became old.</summary>
/// <param name="Address">Where its API is, without a slash at the end.</param>
/// <param name="Id">Of the zone, or of the service.</param>
/// <param name="Token">May purge there and do nothing else.</param>
public sealed record TagCache(TagCacheKind Kind, string Address, string Id, string Token)
{
    /// <summary>The header by which it alone is told how long it may keep an answer.</summary>
    public string LifetimeHeader => Kind == TagCacheKind.Cloudflare ? "CDN-Cache-Control" : "Surrogate-Control";

    /// <summary>Without the token.</summary>
    public override string ToString() => $"{Kind} {Id}";

    internal static TagCache? Read(SettingsReader settings, TagCacheKind kind)
    {
        var (idSetting, tokenSetting, urlSetting, usual) =
            kind == TagCacheKind.Cloudflare
                ? ("Cdn:CloudflareZoneId", "Cdn:CloudflareToken", "Cdn:CloudflareUrl", "https://api.cloudflare.com")
                : ("Cdn:FastlyServiceId", "Cdn:FastlyToken", "Cdn:FastlyUrl", "https://api.fastly.com");
        var address = settings.Address(urlSetting)?.ToString().TrimEnd('/') ?? usual;
        var (id, token) = (settings.Text(idSetting), settings.Text(tokenSetting));
        if (id is null && token is null)
        {
            return null;
        }

        if (id is null || token is null)
        {
            var (set, missing) = id is null ? (tokenSetting, idSetting) : (idSetting, tokenSetting);
            settings.Wrong(set, $"is set, but {SettingsReader.NameOf(missing)} is not: set both, or neither.");
            return null;
        }

        // It becomes a part of an address.
        if (!id.All(char.IsAsciiLetterOrDigit))
        {
            settings.Wrong(idSetting, "is no id: it consists of letters and digits alone.");
        }

        // It becomes a header.
        if (token.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            settings.Wrong(tokenSetting, "is no token: it holds a blank, or something else that no header takes.");
        }

        return new(kind, address, id, token);
    }
}
