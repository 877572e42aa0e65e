using System.Collections.ObjectModel;
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
    Func<string, PostRow?> postAt,
    Func<string, MediaRow?> mediaAt,
    Func<string, string, IReadOnlyList<string>> mediaNamed
)
{
    private const string MediaPrefix = Placeholder.Scheme + "media/";

    private string prefix = "";

    /// <summary>The slugs of the pages that stand first, one for each language that has one, and what their addresses begin with:
    /// they have no others.</summary>
    public IReadOnlyDictionary<string, string> Homes { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The root of the site, without its slash.</summary>
    public string Site => site;

    public string Home => $"{site}{prefix}/";

    public string Post(string slug) =>
        Homes.TryGetValue(slug, out var home) ? $"{site}{home}/" : $"{site}/{PathOf(slug)}/";

    public string Tag(string slug) => $"{site}{prefix}/tag/{Uri.EscapeDataString(slug)}/";

    public string Author(string slug) => $"{site}{prefix}/author/{Uri.EscapeDataString(slug)}/";

    /// <summary>A slug as a part of an address: it has a slash behind a language.</summary>
    public static string PathOf(string slug) =>
        slug.Contains('/', StringComparison.Ordinal)
            ? string.Join('/', slug.Split('/').Select(Uri.EscapeDataString))
            : Uri.EscapeDataString(slug);

    /// <summary>Those of the language whose addresses begin with <paramref name="prefix"/>: empty, or after a slash.</summary>
    public PublicAddresses In(string prefix) =>
        prefix == this.prefix ? this : new(site, self, postAt, mediaAt, mediaNamed) { prefix = prefix, Homes = Homes };

    /// <summary>Those of the language in which the post with the slug stands.</summary>
    public PublicAddresses Beside(string slug) => In(PrefixOf(slug));

    /// <summary>What the addresses begin with of the language in which the post with the slug stands.</summary>
    public static string PrefixOf(string slug) =>
        slug.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? "/" + slug[..slash] : "";

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

        return postAt(placeholder)?.Metadata is { Slug: var slug } ? new(Post(slug)) : null;
    }

    /// <summary>The post that readers see there; null for none.</summary>
    public PostRow? PostAt(string placeholder) => postAt(placeholder);

    /// <summary>The placeholder of a file below <c>media/</c> by its path; null for what names none that is there.</summary>
    private string? Located(string placeholder) =>
        placeholder.StartsWith(MediaPrefix, StringComparison.Ordinal) ? placeholder
        : Placeholder.FileOf(placeholder) is var (folder, name) && mediaNamed(folder, name) is [var path, ..]
            ? Placeholder.ForPath(path)
        : null;
}
