using System.Xml.Linq;
using KapFunctions.Content.Text;
using KapFunctions.Importing.Shared;

namespace KapFunctions.Importing.WordPress;

/// <summary>Categories and tags, which are one thing here, and where their lists were.</summary>
internal sealed class WordPressTerms
{
    /// <summary>Deeper categories are a circle.</summary>
    private const int MaxDepth = 16;

    private readonly List<ImportedTag> tags = [];
    private readonly Dictionary<string, string> slugsByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Name, string Parent)> categories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> tagNames = new(StringComparer.Ordinal);

    public IReadOnlyList<ImportedTag> Tags => tags;

    public void Add(XElement element)
    {
        if (element.Name.LocalName == "category" && Name(element, "cat_name") is { } category)
        {
            var own = Nicename(element.Value("category_nicename"), category);
            categories[own] = (category, element.Value("category_parent") ?? "");
            AddTag(category, own, WordPressSite.Decoded(element.Value("category_description")));
        }
        else if (element.Name.LocalName == "tag" && Name(element, "tag_name") is { } tag)
        {
            var own = Nicename(element.Value("tag_slug"), tag);
            tagNames[own] = tag;
            AddTag(tag, own, WordPressSite.Decoded(element.Value("tag_description")));
        }
    }

    /// <summary>Where the list of a category or a tag was, below the first page of the blog.</summary>
    public string? AddressOf(XElement term)
    {
        var name = Nicename((string?)term.Attribute("nicename"), term.Value);
        return (string?)term.Attribute("domain") switch
        {
            "category" => $"/category/{PathOf(name)}/",
            "post_tag" => $"/tag/{name}/",
            _ => null,
        };
    }

    /// <summary>A line for each list whose address is not the one that a rule for all of them gives.</summary>
    /// <param name="blog">Where the blog was: a path without a slash at its end.</param>
    public IEnumerable<(string From, string To)> Redirects(string blog)
    {
        foreach (var (own, (name, _)) in categories)
        {
            var (path, slug) = (PathOf(own), slugsByName.GetValueOrDefault(name, own));
            if (path != slug)
            {
                yield return ($"{blog}/category/{path}/*", $"/tag/{slug}/*");
            }
        }
        foreach (var (own, name) in tagNames)
        {
            if (slugsByName.GetValueOrDefault(name, own) is var slug && slug != own)
            {
                yield return ($"{blog}/tag/{own}/*", $"/tag/{slug}/*");
            }
        }
        if (categories.Count > 0)
        {
            yield return ($"{blog}/category/*", "/tag/*");
        }
        if (blog.Length > 0)
        {
            yield return ($"{blog}/tag/*", "/tag/*");
            yield return ($"{blog}/author/*", "/author/*");
        }
    }

    private void AddTag(string name, string own, string? description)
    {
        if (name != "Uncategorized" && slugsByName.TryAdd(name, Slug.From(own)))
        {
            tags.Add(new(name, slugsByName[name], description));
        }
    }

    private string PathOf(string category)
    {
        var path = category;
        for (var depth = 0; depth < MaxDepth; depth++)
        {
            if (!categories.TryGetValue(category, out var known) || known.Parent.Length == 0)
            {
                break;
            }
            category = Nicename(known.Parent, known.Parent);
            path = $"{category}/{path}";
        }
        return path;
    }

    private static string? Name(XElement element, string part) =>
        WordPressSite.Decoded(element.Value(part)) is { Length: > 0 } name ? name : null;

    private static string Nicename(string? written, string name) =>
        written is { Length: > 0 } ? Uri.UnescapeDataString(written) : Slug.From(name);
}
