using KapFunctions.Content.Settings;

namespace KapFunctions.Content.PageHead;

/// <summary>Pages of social accounts, whose names stand in <c>site.yaml</c> as each network writes them.</summary>
public static class SocialLinks
{
    private static readonly Dictionary<string, (string Name, string Address)> Networks = new(StringComparer.Ordinal)
    {
        ["bluesky"] = ("Bluesky", "https://bsky.app/profile/"),
        ["facebook"] = ("Facebook", "https://www.facebook.com/"),
        ["github"] = ("GitHub", "https://github.com/"),
        ["instagram"] = ("Instagram", "https://www.instagram.com/"),
        ["linkedin"] = ("LinkedIn", "https://www.linkedin.com/"),
        ["mastodon"] = ("Mastodon", "https://"),
        ["threads"] = ("Threads", "https://www.threads.net/@"),
        ["tiktok"] = ("TikTok", "https://www.tiktok.com/@"),
        ["twitter"] = ("X", "https://x.com/"),
        ["youtube"] = ("YouTube", "https://www.youtube.com/@"),
    };

    /// <summary>Name and address of each, in the order of the networks' names; an account that leads nowhere is left out.</summary>
    public static IReadOnlyList<NavigationItem> Of(IReadOnlyDictionary<string, string> accounts) =>
        [
            .. accounts
                .OrderBy(account => account.Key, StringComparer.Ordinal)
                .Where(account => Networks.ContainsKey(account.Key))
                .Select(account => (Networks[account.Key].Name, Address: AddressOf(account.Key, account.Value)))
                .Where(account => account.Address is not null)
                .Select(account => new NavigationItem(account.Name, account.Address!)),
        ];

    private static string? AddressOf(string network, string account)
    {
        if (account.Contains("://", StringComparison.Ordinal))
        {
            return Uri.TryCreate(account, UriKind.Absolute, out var page) ? page.AbsoluteUri : null;
        }

        var name = account.Trim('@', '/');
        var address = network switch
        {
            // An account is at home on its own server.
            "mastodon" => name.Split('@') is [var user, var host] ? $"{host}/@{user}" : null,
            "linkedin" => name.Contains('/', StringComparison.Ordinal) ? name : "in/" + name,
            _ => name,
        };
        return address is null ? null : Networks[network].Address + address;
    }
}
