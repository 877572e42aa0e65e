using System.Text;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Themes;
using KapFunctions.Delivery.Lists;
using KapFunctions.Http;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Terms;
using KapFunctions.Reading;
using KapFunctions.Site.Theme;
using KapFunctions.Storage.Index;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Site;

/// <summary>A page that is being made: the site at that moment, in the language of its address.</summary>
internal sealed record PageVisit(
    View View,
    PageModels Model,
    SiteTheme Theme,
    AnswerHeaders Headers,
    string Path,
    LanguageAddress Place,
    PageVersions Versions
)
{
    /// <param name="addresses">Absolute ones, of the whole site.</param>
    public static PageVisit At(
        string path,
        View view,
        PublicAddresses addresses,
        SiteTheme theme,
        AnswerHeaders headers
    )
    {
        var place = LanguageAddress.Of(view.Site.Settings, path);
        var paths = PublicUrls.PathsOf(view).In(place.Prefix);
        var model = new PageModels(view, paths, addresses.In(place.Prefix), place.Language);
        return new(view, model, theme, headers, path, place, new(view, paths, addresses.Site));
    }

    /// <summary>The page that the site puts first; null where the list of posts is.</summary>
    public PostRow? First { get; } = View.FirstPage() is { } page ? In(View, page, Place) : null;

    /// <summary>The posts of the visit's language that meet a condition of NQL, or all.</summary>
    public PostQuery Posts(string? condition = null) =>
        new() { Filter = PostLanguages.Filter(Place.Language, condition) };

    private static PostRow? In(View view, PostRow post, LanguageAddress place) =>
        place.Prefix.Length == 0
            ? post
            : new TranslationGroups(view).Of(post).FirstOrDefault(one => one.Language == place.Language)?.Post;

    public AnswerResult Show(string template, Dictionary<string, object?> page)
    {
        var markdown = MarkdownAddress.Of(Place.Parse(Path), Place.Prefix);
        var link = markdown is null ? null : $"<{markdown}>; rel=\"alternate\"; type=\"text/markdown\"";
        var bytes = Encoding.UTF8.GetBytes(Page(template, page));
        return new(new(SitePages.ContentType, bytes, headers: Headers with { Link = link }));
    }

    /// <summary>What was here before, or the page that says that nothing is.</summary>
    public IResult Missing()
    {
        var (redirect, status) = OldAddresses.Find(View, Path, Model.Paths.Post);
        return redirect
            ?? (IResult?)InSmallLetters()
            ?? (
                LanguageAddress.Mended(View.Site.Settings, Path) is { } mended
                    ? (IResult)new RedirectResult(mended)
                    : null
            )
            ?? Missing(status);
    }

    public PageResult Missing(int status) => new(status, Html("missing", Model.Missing(WhyOf(status))), Headers);

    private static string WhyOf(int status) =>
        status switch
        {
            StatusCodes.Status410Gone => "gone",
            StatusCodes.Status451UnavailableForLegalReasons => "blocked",
            _ => "missing",
        };

    // Posts are found in any letters; this is for the addresses of tags, authors and lists.
    private RedirectResult? InSmallLetters()
    {
        var small = Path.ToLowerInvariant();
        return small == Path ? null
            : LanguageAddress.Of(View.Site.Settings, small).Parse(small) switch
            {
                SiteAddress.Tag(var slug, _) => View.FindTag(slug) is { Tag.IsInternal: false },
                SiteAddress.Author(var slug, _) => View.FindAuthor(slug) is not null,
                SiteAddress.Archive or SiteAddress.Search or SiteAddress.Home => true,
                _ => false,
            }
                ? new RedirectResult(SiteAddress.WithSlash(small))
            : null;
    }

    /// <summary>The page, which leads to its other languages.</summary>
    public string Page(string template, Dictionary<string, object?> page)
    {
        Versions.AddTo(page, Place.Language);
        return Html(template, page);
    }

    private string Html(string template, Dictionary<string, object?> page) =>
        Theme.Render(template, page, new TemplateClock(Model.Zone, View.Now));
}
