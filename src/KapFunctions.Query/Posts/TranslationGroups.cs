using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Query.Replicas;
using KapFunctions.Storage.Index;

namespace KapFunctions.Query.Posts;

/// <summary>A text in one of the site's languages.</summary>
public sealed record Translation(string Language, PostRow Post);

/// <summary>Which texts are one text in several languages: found when somebody asks, from what each file says, so that it makes no
/// difference which was looked at first. Each text leads to one key, and those with the same key are a group: whoever is in it is
/// told the same, so each that is named names all others. For one view.</summary>
/// <remarks>A file leads to the name that it has in common with those beside it, or to the one that it is said to translate; and that
/// name further, where the text that has it without a language is itself a translation. A circle is one group, whose key is the
/// name in it that sorts first.</remarks>
public sealed class TranslationGroups(View view)
{
    /// <summary>From translation to original; nobody writes so many on purpose.</summary>
    public const int MaxSteps = 8;

    /// <summary>Texts of one group that are looked at; the others are in none.</summary>
    public const int MaxTexts = 4 * Languages.Max;

    private readonly IReadOnlyList<string> languages = view.Site.Settings.Rendering.Languages;
    private readonly Dictionary<string, string> ends = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<PostRow>> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Translation>> groups = new(StringComparer.Ordinal);

    /// <summary>The text in each language that readers have it in, in the site's order of languages, itself among them; none where it
    /// is in one language only, or another file has its place.</summary>
    public IReadOnlyList<Translation> Of(PostRow post)
    {
        if (languages.Count < 2 || post.Metadata is null)
        {
            return [];
        }

        var end = EndOf(KeyOf(post));
        if (!groups.TryGetValue(end, out var group))
        {
            groups[end] = group = Group(end, row => row.IsVisible(view.Now));
        }

        return group.Count > 1 && group.Any(one => one.Post.Path == post.Path) ? group : [];
    }

    /// <summary>The file that has the place of this one in its group, online or not yet; null where it has it itself.</summary>
    public PostRow? HolderOf(PostRow post) =>
        languages.Count > 1 && post.Metadata is { } metadata && Languages.Find(languages, metadata.Language) is { } own
            ? Group(EndOf(KeyOf(post)), _ => true).FirstOrDefault(one => one.Language == own)?.Post is { } holder
            && holder.Path != post.Path
                ? holder
                : null
            : null;

    /// <summary>Whether it is, by way of others, said to translate itself.</summary>
    public bool IsInACircle(PostRow post)
    {
        var own = Translations.OfFile(post.Path);
        var key = own;
        for (var step = 0; step < MaxSteps && NextOf(key) is { } next; step++)
        {
            if (next == own)
            {
                return true;
            }

            key = next;
        }

        return false;
    }

    /// <summary>The text that it was made from; null where it is no translation, or nothing is there.</summary>
    public PostRow? OriginalOf(PostRow post) =>
        post.Metadata?.TranslationKey is { } key && BaseOf(key) is { } original && original.Path != post.Path
            ? original
            : null;

    /// <summary>The original as the file names it, where nothing is there; else null.</summary>
    public string? MissingOriginalOf(PostRow post) =>
        post.Metadata?.TranslationKey is { } key && BaseOf(key) is null && TextsOf(EndOf(key)).Count < 2 ? key : null;

    private List<Translation> Group(string end, Func<PostRow, bool> isIn) =>
        [
            .. TextsOf(end)
                .Where(isIn)
                .Select(row => (Row: row, Language: Languages.Find(languages, row.Metadata!.Language)))
                .Where(one => one.Language is not null)
                .GroupBy(one => one.Language!)
                .Select(same => new Translation(
                    same.Key,
                    same.Select(one => one.Row)
                        .OrderBy(row => Translations.OfFile(row.Path) == end ? 0 : 1)
                        .ThenBy(row => row.Path, StringComparer.Ordinal)
                        .First()
                ))
                .OrderBy(one => languages.Index().First(listed => listed.Item == one.Language).Index),
        ];

    /// <summary>All that lead there.</summary>
    private IReadOnlyList<PostRow> TextsOf(string end)
    {
        if (texts.TryGetValue(end, out var known))
        {
            return known;
        }

        var found = new SortedDictionary<string, PostRow>(StringComparer.Ordinal);
        var keys = new Queue<string>([end]);
        var seen = new HashSet<string>(StringComparer.Ordinal) { end };
        while (keys.TryDequeue(out var key) && found.Count < MaxTexts)
        {
            if (BaseOf(key) is { } original && EndOf(KeyOf(original)) == end)
            {
                found.TryAdd(original.Path, original);
            }

            foreach (var row in Translating(key).Where(row => EndOf(KeyOf(row)) == end))
            {
                found.TryAdd(row.Path, row);
                if (Translations.OfFile(row.Path) is var own && seen.Add(own))
                {
                    keys.Enqueue(own);
                }
            }
        }

        return texts[end] = [.. found.Values.Take(MaxTexts)];
    }

    private List<PostRow> Translating(string key) =>
        view.Rows(
            """
            select s.json from translation t join source s on s.post = t.post where t.key = $0 order by t.path limit $1
            """,
            view.ReadPost,
            key,
            MaxTexts
        );

    private string EndOf(string start)
    {
        if (ends.TryGetValue(start, out var known))
        {
            return known;
        }

        var way = new List<string> { start };
        while (way.Count <= MaxSteps && NextOf(way[^1]) is { } next)
        {
            if (way.IndexOf(next) is >= 0 and var first)
            {
                return ends[start] = way.Skip(first).Min(StringComparer.Ordinal)!;
            }

            way.Add(next);
        }

        return ends[start] = way[^1];
    }

    private string? NextOf(string key) =>
        BaseOf(key)?.Metadata!.TranslationKey is { } next && next != key ? next : null;

    /// <summary>The text that has the name without a language.</summary>
    private PostRow? BaseOf(string key) => PublishedAt(key + ".md") ?? PublishedAt(key + ".markdown");

    private PostRow? PublishedAt(string path) =>
        FileNames.Find(path, view.SourceAt) is { State: PostState.Published, Metadata: not null } row ? row : null;

    private static string KeyOf(PostRow post) => post.Metadata!.TranslationKey ?? Translations.OfFile(post.Path);
}
