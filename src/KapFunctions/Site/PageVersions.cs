using KapFunctions.Content.Settings;
using KapFunctions.Delivery.Lists;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using KapFunctions.Site.Theme;
using KapFunctions.Storage.Index;

namespace KapFunctions.Site;

/// <summary>The same page in each of the site's languages, and where else a reader of one of them is led.</summary>
internal sealed class PageVersions(View view, PublicAddresses paths, string siteUrl)
{
    private readonly SiteSettings site = view.Site.Settings;
    private (string Language, string Path)[] all = [];

    /// <summary>The paths by language, in the site's order; none where the page is in one language.</summary>
    public IReadOnlyList<(string Language, string Path)> Known { get; private set; } = [];

    /// <summary>The first; null where there is none.</summary>
    public string? Any => all.Length > 0 ? all[0].Path : null;

    public string? Of(string language) => all.FirstOrDefault(one => one.Language == language).Path;

    public void AreOfPost(PostRow post) =>
        Set(new TranslationGroups(view).Of(post).Select(one => (one.Language, paths.Post(one.Post.Metadata!.Slug))));

    /// <summary>Of a page that there is in every language.</summary>
    public void AreEverywhere(Func<PublicAddresses, string> address) =>
        Set(site.Languages.Select(one => (one.Tag, address(paths.In(site.PrefixOf(one.Tag))))));

    /// <summary>Of a list: where it has posts.</summary>
    public void AreOfList(string field, string slug, Func<PublicAddresses, string> address) =>
        Set(
            site.Languages.Where(one =>
                    view.Browse(
                        new() { Filter = PostLanguages.Filter(one.Tag, PostLanguages.Having(field, slug)), Limit = 0 }
                    ).Total > 0
                )
                .Select(one => (one.Tag, address(paths.In(site.PrefixOf(one.Tag)))))
        );

    public void AddTo(Dictionary<string, object?> page, string? language)
    {
        page["alternates"] = Known
            .Concat(Known.Take(1).Select(first => (Language: "x-default", first.Path)))
            .Select(one => new Dictionary<string, object?>
            {
                ["language"] = one.Language,
                ["url"] = siteUrl + one.Path,
            })
            .ToArray();
        page["languages"] = site
            .Languages.Select(one => new Dictionary<string, object?>
            {
                ["language"] = one.Tag,
                ["name"] = PageLanguage.NameOf(one.Tag),
                ["url"] =
                    Known.FirstOrDefault(known => known.Language == one.Tag).Path
                    ?? paths.In(site.PrefixOf(one.Tag)).Home,
                ["is_current"] = one.Tag == language,
            })
            .ToArray();
    }

    private void Set(IEnumerable<(string, string)> versions)
    {
        all = versions.ToArray();
        Known = all.Length > 1 ? all : [];
    }
}
