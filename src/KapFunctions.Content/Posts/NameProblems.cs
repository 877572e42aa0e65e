using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Posts;

/// <summary>Tags and authors that are one slip from another one of the site.</summary>
public sealed class NameProblems
{
    /// <summary>Names of one kind that are compared: on a larger site, a slip is one of too many.</summary>
    private const int MaxNames = 2_000;

    private readonly Dictionary<string, (string Name, int Count)> tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, int Count)> authors = new(StringComparer.Ordinal);

    /// <summary>Of the site's files, and of the authors that <c>site.yaml</c> lists.</summary>
    public NameProblems(IEnumerable<PostMetadata> posts, IEnumerable<(string Slug, string Name)> known)
    {
        foreach (var post in posts)
        {
            Count(tags, post.Tags);
            Count(authors, post.Authors);
        }
        foreach (var (slug, name) in known)
        {
            authors[slug] = (name, int.MaxValue);
        }
    }

    /// <summary>What to tell of one of them.</summary>
    public IEnumerable<Problem> Of(string file, PostMetadata post)
    {
        foreach (var tag in post.Tags)
        {
            if (Nearest(tags, tag) is { } other)
            {
                yield return ProblemCatalog.TagNear.At(file, Position.Start, tag.Name, other);
            }
        }
        foreach (var author in post.Authors)
        {
            if (Nearest(authors, author) is { } other)
            {
                yield return ProblemCatalog.AuthorNear.At(file, Position.Start, author.Name, other);
            }
        }
    }

    private static void Count(Dictionary<string, (string Name, int Count)> names, IEnumerable<TagReference> written)
    {
        foreach (var (name, slug) in written)
        {
            names[slug] = names.TryGetValue(slug, out var known) ? (known.Name, known.Count + 1) : (name, 1);
        }
    }

    /// <summary>Only what stands alone is a slip, and only of what does not. Numbers differ by meaning.</summary>
    private static string? Nearest(Dictionary<string, (string Name, int Count)> names, TagReference written) =>
        names.Count <= MaxNames
        && names.TryGetValue(written.Slug, out var own)
        && own.Count == 1
        && !written.Slug.Any(char.IsDigit)
            ? names
                .Where(one => one.Key != written.Slug && one.Value.Count > 1 && Spelling.IsNear(written.Slug, one.Key))
                .OrderByDescending(one => one.Value.Count)
                .ThenBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => one.Value.Name)
                .FirstOrDefault()
            : null;
}
