using AngleSharp.Dom;
using KapFunctions.Content.Links;
using KapFunctions.Content.Text;
using KapFunctions.Importing.Html;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.Sites;

/// <summary>Pictures, sound, films and papers of a site's pages. What has one address is one file, whichever pages show it; what has two
/// is two, whatever their names.</summary>
internal sealed class SiteMedia(MediaImport media)
{
    private readonly Dictionary<string, string?> byAddress = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many pictures of the text came over, and how many it has.</summary>
    public (int Shown, int Had) TakeAll(IElement main, Uri page)
    {
        var (shown, had) = (0, 0);
        foreach (var picture in main.QuerySelectorAll("img").ToArray())
        {
            if (
                PictureSource.IsTracker(picture)
                || PictureSource.Of(picture) is not { } source
                || source.StartsWith("data:", StringComparison.Ordinal)
            )
            {
                continue;
            }
            had++;
            var address = Uri.TryCreate(page, source, out var whole) ? whole.AbsoluteUri : source;
            var taken = Take(address, page);
            shown += taken is null ? 0 : 1;
            picture.SetAttribute("src", taken ?? address);
            picture.RemoveAttribute("srcset");
        }
        foreach (var file in main.QuerySelectorAll("audio[src], video[src], source[src], a[href]").ToArray())
        {
            var name = file.HasAttribute("href") ? "href" : "src";
            if (!Uri.TryCreate(page, file.GetAttribute(name), out var whole))
            {
                continue;
            }
            // A picture often leads to itself, in full size.
            var taken = byAddress.GetValueOrDefault(LargestPicture.Of(whole.AbsoluteUri));
            if (
                taken is null
                && (file.LocalName != "a" || IsOwnFile(whole, page))
                && MediaTypes.Of(whole.AbsolutePath) is not null
            )
            {
                taken = Take(whole.AbsoluteUri, page);
            }
            if (taken is not null)
            {
                file.SetAttribute(name, taken);
            }
        }
        return (shown, had);
    }

    /// <summary>Null where it cannot be had.</summary>
    public string? Take(string address, Uri page)
    {
        var largest = LargestPicture.Of(address);
        if (byAddress.TryGetValue(largest, out var known))
        {
            return known;
        }
        var taken = Fetch(largest, page) ?? (largest == address ? null : Fetch(address, page));
        return byAddress[largest] = taken;
    }

    private string? Fetch(string address, Uri page) =>
        Uri.TryCreate(page, address, out var uri) ? media.Fetch(NameFor(uri, page), uri.AbsoluteUri) : null;

    /// <summary>Below a folder for each page.</summary>
    private string NameFor(Uri address, Uri page)
    {
        var file = Uri.UnescapeDataString(address.AbsolutePath[(address.AbsolutePath.LastIndexOf('/') + 1)..]);
        var stem = Slug.From(Path.GetFileNameWithoutExtension(file));
        var ending = MediaTypes.Of(file) is null ? ".jpg" : Path.GetExtension(file).ToLowerInvariant();
        var folder = SiteImport.NameOf(page);
        var name = $"{folder}/{stem}{ending}";
        for (var i = 2; !names.Add(name); i++)
        {
            name = $"{folder}/{stem}-{i}{ending}";
        }
        return name;
    }

    /// <summary>A paper on the site itself, or where Wix and Squarespace keep what was uploaded.</summary>
    private static bool IsOwnFile(Uri file, Uri page) =>
        SiteAddresses.IsSame(page, file)
        || file.Host.EndsWith(".wixstatic.com", StringComparison.Ordinal)
        || file.Host.EndsWith(".usrfiles.com", StringComparison.Ordinal)
        || file.Host.EndsWith(".squarespace.com", StringComparison.Ordinal);
}
