using System.Text;
using KapFunctions.Content.Posts;
using KapFunctions.Http;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using KapFunctions.Settings;
using KapFunctions.Site.Theme;
using KapFunctions.Storage.Index;

namespace KapFunctions.Site;

/// <summary>Posts in the site's own design before readers see them. Nothing of them is kept.</summary>
public sealed class DraftPages(ThemeCache themes, PublicUrls urls, SiteOptions options)
{
    private const string Template = "post";

    internal async Task<Answer> OfAsync(View view, PostRow post, PostBody body, CancellationToken cancellation)
    {
        var visit = PageVisit.At(
            post.Metadata!.Slug + "/",
            view,
            urls.Of(view),
            await themes.OfAsync(view, cancellation),
            PageHeaders.Of(view.Site.Settings, options)
        );
        var page = PostPages.Of(visit, post, body);
        page["robots"] = "noindex";
        page["canonical"] = null;
        var html = visit.Page(Template, page);
        return new(SitePages.ContentType, Encoding.UTF8.GetBytes(html), headers: visit.Headers);
    }
}
