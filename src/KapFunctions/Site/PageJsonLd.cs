using KapFunctions.Content.PageHead;
using KapFunctions.Content.Settings;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using KapFunctions.Storage.Index;

namespace KapFunctions.Site;

/// <summary>What search engines are told on a page: of the page, the way to it, and the practice.</summary>
internal sealed class PageJsonLd(SiteSettings site, PublicAddresses addresses)
{
    /// <summary>By its first tag, where it has one.</summary>
    public string WayTo(PostRow row)
    {
        var metadata = row.Metadata!;
        var address = addresses.Post(metadata.Slug);
        return SiteAuthors.TagsOf(row, site).FirstOrDefault(tag => !tag.IsInternal) is { } tag
            ? SiteJsonLd.Way([HomeStep, new(tag.Name, addresses.Tag(tag.Slug)), new(metadata.Title, address)])
            : SiteJsonLd.Way([HomeStep, new(metadata.Title, address)]);
    }

    public string Way(string name, string path) => SiteJsonLd.Way([HomeStep, new(name, addresses.Site + path)]);

    private NavigationItem HomeStep => new(site.Title, addresses.Home);

    /// <summary>What the page says of itself, and the practice; null for nothing.</summary>
    public string? Of(params ReadOnlySpan<string> ofPage)
    {
        List<string> all = [.. ofPage];
        if (site.Practice is { } itself)
        {
            all.Add(
                SiteJsonLd.Of(
                    itself,
                    site,
                    addresses.Site + "/",
                    addresses.Finish(site.Logo),
                    addresses.Finish(site.CoverImage)
                )
            );
        }
        return all.Count switch
        {
            0 => null,
            1 => all[0],
            _ => $"[{string.Join(',', all)}]",
        };
    }
}
