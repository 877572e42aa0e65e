using KapFunctions.Content.Text;

namespace KapFunctions.Content.Posts;

/// <summary>Which sections of a text say something else than they did.</summary>
public static class SectionChanges
{
    private const int MaxNamed = 10;

    /// <summary>Names of sections of <paramref name="now"/> that changed; a last, empty one where others did, or where only their
    /// order did or some were taken out. Null where the text is the same, however it is cut into sections.</summary>
    public static IReadOnlyList<string>? Between(IReadOnlyList<string> before, IReadOnlyList<TextSection> now)
    {
        if (TextOf(before) == TextOf(now.Select(section => section.Words)))
        {
            return null;
        }
        var known = before.ToHashSet(StringComparer.Ordinal);
        var names = now.Where(section => !known.Contains(section.Words)).Select(section => section.Name).ToList();
        var isAll = names.Count > 0 && names.Count <= MaxNamed && !names.Contains("");
        return [.. names.Where(name => name.Length > 0).Take(MaxNamed), .. isAll ? Array.Empty<string>() : [""]];
    }

    /// <summary>For a sentence.</summary>
    public static string InWords(IReadOnlyList<string> changes)
    {
        var names = changes.Where(name => name.Length > 0).Select(name => $"\"{name}\"").ToList();
        return string.Join(", ", changes.Contains("") ? [.. names, OtherWords(names.Count)] : names);
    }

    private static string OtherWords(int named) =>
        named > 0
            ? "and more outside these sections"
            : "the beginning, the order of the sections, or what was taken out";

    private static WordsHash TextOf(IEnumerable<string> sections) =>
        sections
            .Select(WordsHash.Parse)
            .OfType<WordsHash>()
            .Aggregate(default(WordsHash), (all, next) => all.Then(next));
}
