using System.Globalization;

namespace KapFunctions.Site;

/// <summary>What a path on the site means.</summary>
internal abstract record SiteAddress
{
    private SiteAddress() { }

    /// <summary>The page that stands first: the site's own, or the list of posts.</summary>
    public sealed record First : SiteAddress;

    /// <summary>The list of posts.</summary>
    public sealed record Home(int Page) : SiteAddress;

    public sealed record Tag(string Slug, int Page) : SiteAddress;

    public sealed record Author(string Slug, int Page) : SiteAddress;

    public sealed record Archive(int Page) : SiteAddress;

    public sealed record Search : SiteAddress;

    /// <summary>The first page as Markdown.</summary>
    public sealed record MarkdownIndex : SiteAddress;

    public sealed record Asset(string Name) : SiteAddress;

    /// <summary>A post, a page, or an old address of one.</summary>
    public sealed record Entry(string Path) : SiteAddress;

    /// <summary>Belongs to the API, where nothing is at this path.</summary>
    public sealed record Api : SiteAddress;

    public static SiteAddress Parse(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [] => new First(),
            ["page", var number] when PageOf(number) is { } page => new Home(page),
            ["tag", var slug] => new Tag(slug, 1),
            ["tag", var slug, "page", var number] when PageOf(number) is { } page => new Tag(slug, page),
            ["author", var slug] => new Author(slug, 1),
            ["author", var slug, "page", var number] when PageOf(number) is { } page => new Author(slug, page),
            ["archive"] => new Archive(1),
            ["archive", "page", var number] when PageOf(number) is { } page => new Archive(page),
            ["search"] => new Search(),
            ["assets", .. var name] => new Asset(string.Join('/', name)),
            [MarkdownAddress.Index] => new MarkdownIndex(),
            ["favicon.ico"] => new Asset("favicon.svg"),
            ["api" or "desk" or "ghost", ..] => new Api(),
            _ => new Entry(path),
        };

    /// <summary>The address of a path that lacks its slash at the end: encoded, and without empty segments, since a
    /// browser takes what follows two slashes for a host.</summary>
    public static string WithSlash(string path) =>
        string.Concat(
            path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => $"/{Uri.EscapeDataString(part)}")
        ) + "/";

    private static int? PageOf(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : null;
}
