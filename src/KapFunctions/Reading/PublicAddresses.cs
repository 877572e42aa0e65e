using KapFunctions.Content.Links;
using KapFunctions.Content.Placeholders;
using KapFunctions.Content.Settings;
using KapFunctions.Pictures;
using KapFunctions.Storage.Index;

namespace KapFunctions.Reading;

/// <summary>Public addresses of everything on the site, and of what placeholders stand for. <c>site</c> is where
/// readers read, <c>self</c> where this API answers and media are; both without a slash at the end.</summary>
internal sealed class PublicAddresses(
    string site,
    string self,
    Func<string, string?> slugOf,
    Func<string, MediaRow?> mediaAt,
    Func<string, string, IReadOnlyList<string>> mediaNamed
)
{
    private const string MediaPrefix = Placeholder.Scheme + "media/";

    public string Home => site + "/";

    public string Post(string slug) => $"{site}/{Uri.EscapeDataString(slug)}/";

    public string Tag(string slug) => $"{site}/tag/{Uri.EscapeDataString(slug)}/";

    public string Author(string slug) => $"{site}/author/{Uri.EscapeDataString(slug)}/";

    /// <summary>The address, absolute and without placeholders; null where nothing stands there.</summary>
    public string? Finish(string? address) =>
        address switch
        {
            null => null,
            _ when address.StartsWith(Placeholder.Scheme, StringComparison.Ordinal) => Resolve(address)?.Url,
            _ when address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) => site + address,
            _ => address,
        };

    /// <summary>As <see cref="Finish"/>, with its fragment, and whatever a browser would make of it on the page
    /// <paramref name="home"/>.</summary>
    public string? Absolute(string address, string home)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var (path, fragment) = hash < 0 ? (address, "") : (address[..hash], address[hash..]);
        return Finish(path) is { } finished && Uri.TryCreate(new Uri(home), finished, out var absolute)
            ? absolute.AbsoluteUri + fragment
            : null;
    }

    /// <summary>With what pages say of the file; null where the address is of none below <c>media/</c>.</summary>
    public ResolvedPlaceholder? Media(string? address) =>
        address is not null && Located(address) is { } placeholder ? Resolve(placeholder) : null;

    /// <summary>A file's address, or a visible post's; the placeholder has no fragment.</summary>
    public ResolvedPlaceholder? Resolve(string placeholder)
    {
        if (Located(placeholder) is { } located)
        {
            placeholder = located;
            var media = mediaAt(Placeholder.PathOf(placeholder)!);
            var address = PictureSources.Named($"{self}/{placeholder[Placeholder.Scheme.Length..]}", media);
            return new(address, media?.Width, media?.Height, PictureSources.SetOf(address, media), media?.Size);
        }

        return slugOf(placeholder) is { } slug ? new(Post(slug)) : null;
    }

    /// <summary>The placeholder of a file below <c>media/</c> by its path; null for what names none that is there.</summary>
    private string? Located(string placeholder) =>
        placeholder.StartsWith(MediaPrefix, StringComparison.Ordinal) ? placeholder
        : Placeholder.FileOf(placeholder) is var (folder, name) && mediaNamed(folder, name) is [var path, ..]
            ? Placeholder.ForPath(path)
        : null;
}
