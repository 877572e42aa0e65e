using KapFunctions.Content.Settings;

namespace KapFunctions.Site;

/// <summary>A path on a site in several languages: which one it is of, and what it means behind that one's tag.</summary>
/// <param name="Language">Null where the site lists none.</param>
/// <param name="Prefix">What addresses of the language begin with; empty at the root.</param>
/// <param name="Rest">The path behind it.</param>
internal readonly record struct LanguageAddress(string? Language, string Prefix, string Rest)
{
    /// <summary>Whether the search of a language may be there, before anybody has asked which there are.</summary>
    public static bool MayBeSearch(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, "search"];

    public static LanguageAddress Of(SiteSettings site, string path)
    {
        var end = path.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? slash : path.Length;
        var first = path[..end];
        return site.Languages.Skip(1).FirstOrDefault(language => language.Prefix == first) is { } own
            ? new(own.Tag, "/" + first, path[end..].TrimStart('/'))
            : new(site.Languages.Count > 0 ? site.Languages[0].Tag : null, "", path);
    }

    /// <summary>What is at the path.</summary>
    public SiteAddress Parse(string path) =>
        Prefix.Length == 0
            ? SiteAddress.Parse(path)
            : SiteAddress.Parse(Rest) switch
            {
                SiteAddress.Asset or SiteAddress.Api or SiteAddress.Entry => new SiteAddress.Entry(path),
                var own => own,
            };

    /// <summary>Where the path leads that names a language as nobody is led to it: the first one, or in capitals. Null for any other.</summary>
    public static string? Mended(SiteSettings site, string path)
    {
        var end = path.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? slash : path.Length;
        var small = path[..end].ToLowerInvariant();
        return site.Languages.FirstOrDefault(language => language.Prefix == small) is not { } own ? null
            : own == site.Languages[0] ? SiteAddress.WithSlash(path[end..])
            : small != path[..end] ? SiteAddress.WithSlash(small + path[end..])
            : null;
    }
}
