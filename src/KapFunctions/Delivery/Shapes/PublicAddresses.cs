using KapFunctions.Content;

namespace KapFunctions.Delivery.Shapes;

/// <summary>Public addresses of everything on the site, and of what placeholders stand for.</summary>
/// <param name="site">Where readers read, without a trailing slash.</param>
/// <param name="self">Where this API answers, which is where media are; without a trailing slash.</param>
/// <param name="slugOf">The slug of the visible post that a placeholder names; null where there is none.</param>
public sealed class PublicAddresses(string site, string self, Func<string, string?> slugOf)
{
    private const string MediaFolder = "media/";

    /// <summary>The home page.</summary>
    public string Home => site + "/";

    /// <summary>A post or a page.</summary>
    public string Post(string slug) => $"{site}/{Uri.EscapeDataString(slug)}/";

    /// <summary>A tag's list of posts.</summary>
    public string Tag(string slug) => $"{site}/tag/{Uri.EscapeDataString(slug)}/";

    /// <summary>An author's list of posts.</summary>
    public string Author(string slug) => $"{site}/author/{Uri.EscapeDataString(slug)}/";

    /// <summary>An absolute address as it is, a path on the site made absolute, a placeholder resolved; null stays null.</summary>
    public string? Finish(string? address) =>
        address switch
        {
            null => null,
            _ when address.StartsWith(Placeholder.Scheme, StringComparison.Ordinal) => Resolve(address),
            _ when address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) => site + address,
            _ => address,
        };

    /// <summary>
    /// What a placeholder stands for: a picture's address, or a post's. A target that does not exist leads to the home page,
    /// where a reader can go on; the editor is told of it as a problem.
    /// </summary>
    public string Resolve(string placeholder)
    {
        var target = placeholder.AsSpan(Placeholder.Scheme.Length);
        if (target.StartsWith(MediaFolder, StringComparison.Ordinal))
        {
            return $"{self}/{target}";
        }

        var hash = placeholder.IndexOf('#', StringComparison.Ordinal);
        var (path, fragment) = hash < 0 ? (placeholder, "") : (placeholder[..hash], placeholder[hash..]);
        return slugOf(path) is { } slug ? Post(slug) + fragment : Home;
    }
}
