using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Metadata;

internal sealed partial class MetadataReader
{
    private const int MaxTags = 50;
    private const int MaxAuthors = 20;
    private const int MaxAliases = 50;

    /// <summary>Fewer words are no sentence.</summary>
    private const int LeastWords = 3;

    private static readonly FrozenSet<string> SmallWords = FrozenSet.ToFrozenSet(
        "a an the this that is are about of and or for with how to in on my our der die das ein eine und oder über für mit wie zu im le la les des du de et un une pour avec el los las y con para il lo gli e per con een het en van voor met".Split(
            ' '
        )
    );

    private bool AliasesAreTitles => fields.Find("aliases", "alias") is not null && settings.AliasesAreTitles;

    private List<TagReference> Tags()
    {
        var all = new List<(string Name, Field From)>();
        foreach (var from in (Fields?[])[fields, taxonomies])
        {
            all.AddRange(Names(from?.Find("tags"), WrittenNames.BySignsOrBlanks));
            all.AddRange(Names(from?.Find("tag"), WrittenNames.BySigns));
            all.AddRange(Names(from?.Find("categories"), WrittenNames.BySignsOrBlanks));
            all.AddRange(Names(from?.Find("category"), WrittenNames.BySigns));
            all.AddRange(Names(from?.Find("series"), NoSplit));
        }
        ReportWords(all);
        return References([.. all.Select(tag => (TagName.Tidy(tag.Name), tag.From))], MaxTags, TagName.SlugOf);
    }

    /// <summary>A sentence in the place of tags: words such as "the" are no tags.</summary>
    private void ReportWords(List<(string Name, Field From)> tags)
    {
        foreach (
            var (from, words) in tags.GroupBy(tag => tag.From, tag => tag.Name)
                .Select(same => (same.Key, same.ToList()))
        )
        {
            if (
                from.Value is ScalarValue { Text: var text }
                && words.Count >= LeastWords
                && !text.Contains(',', StringComparison.Ordinal)
                && words.Any(word => SmallWords.Contains(word.ToLowerInvariant()))
            )
            {
                problems.Add(
                    ProblemCatalog.TagsOfWords,
                    from.At,
                    text,
                    words.Count.ToString(CultureInfo.InvariantCulture),
                    string.Join(", ", words),
                    from.Key
                );
            }
        }
    }

    private List<TagReference> Authors()
    {
        var all = Names(fields.Find("authors"), WrittenNames.BySigns)
            .Concat(Names(fields.Find("author"), NoSplit))
            .ToList();
        all = all.Count > 0 ? all : [.. Names(extra?.Find("author", "authors"), NoSplit)];
        return References(
            [.. all.Select(author => (Mail().Replace(author.Name, ""), author.From))],
            MaxAuthors,
            Slug.From
        );
    }

    private List<TagReference> References(
        IReadOnlyList<(string Name, Field From)> written,
        int most,
        Func<string, string> slugOf
    )
    {
        var references = new List<TagReference>();
        foreach (var (name, from) in written)
        {
            var clean = Limited(Decoded(Fields.OneLine(name)), from.Key, Slug.MaxLength) ?? "";
            if (
                !WrittenNames.IsName(clean)
                || slugOf(clean) is var slug && references.Exists(known => known.Slug == slug)
            )
            {
                continue;
            }
            if (references.Count == most)
            {
                problems.Add(
                    ProblemCatalog.FieldTooMany,
                    from.At,
                    from.Key,
                    most.ToString(CultureInfo.InvariantCulture)
                );
                break;
            }
            references.Add(new(clean, slugOf(clean)));
        }
        return references;
    }

    private static IEnumerable<(string Name, Field From)> Names(
        Field? field,
        Func<string, IEnumerable<string>> split
    ) => WrittenNames.In(field?.Value, split).Select(name => (name, field!));

    private static string[] NoSplit(string text) => [text];

    private List<string> Redirects(params ReadOnlySpan<string> keys)
    {
        var paths = new List<string>();
        foreach (var key in keys)
        {
            foreach (var (written, from) in Names(fields.Find(key), NoSplit))
            {
                if (AliasPath.Of(written) is not { } path)
                {
                    problems.Add(ProblemCatalog.FieldAddress, from.At, from.Key, written);
                }
                else if (!paths.Contains(path))
                {
                    paths.Add(path);
                }
            }
        }
        if (paths.Count > MaxAliases)
        {
            problems.Add(
                ProblemCatalog.FieldTooMany,
                fields.Find(keys)?.At ?? Position.Start,
                keys[0],
                MaxAliases.ToString(CultureInfo.InvariantCulture)
            );
        }
        return paths.Count > MaxAliases ? paths[..MaxAliases] : paths;
    }

    private List<string> AlternateTitles() =>
        [
            .. Names(fields.Find("aliases", "alias"), NoSplit)
                .Select(title => Fields.OneLine(title.Name))
                .Where(title => title.Length is > 0 and <= MaxTitle)
                .Take(MaxAliases),
        ];

    /// <summary>Behind a name, as programs sign: <c>Jane Doe &lt;jane@example.org&gt;</c>.</summary>
    [GeneratedRegex(@"(?<=\S)\s*<[^<>\s]{1,100}@[^<>\s]{1,100}>\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();
}
