using KapFunctions.Content.Settings;

namespace KapFunctions.Delivery.Posts;

/// <summary>A post as it is asked for: by its whole slug, whose slash may come encoded, or by what stands behind a language, and
/// that one.</summary>
internal readonly record struct AskedSlug(string Slug, string? Language)
{
    /// <summary>What it means where the site is written in those languages.</summary>
    public string In(SiteSettings site)
    {
        if (site.Languages.Count == 0)
        {
            return Slug;
        }

        var slug = Slug.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        // Any tag that the site does not list leads to an address at which nothing stands.
        return string.IsNullOrEmpty(Language) ? slug
            : Language.Equals(site.Languages[0].Tag, StringComparison.OrdinalIgnoreCase) ? slug
            : $"{Languages.PrefixOf(Language)}/{slug}";
    }

    /// <summary>As a part of the name of an answer.</summary>
    public override string ToString() => string.IsNullOrEmpty(Language) ? Slug : $"{Slug}?lang={Language}";
}
