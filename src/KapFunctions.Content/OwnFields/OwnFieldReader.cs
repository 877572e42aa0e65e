using System.Globalization;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.OwnFields;

/// <summary>The fields that a site declares, in the heads of its posts. It is read whenever somebody asks, from what the row keeps of
/// the head: what is declared may change without a post being rendered.</summary>
public sealed class OwnFieldReader(SiteSettings site)
{
    /// <summary>Most values of a list; the others are left out.</summary>
    public const int MaxValues = 50;

    /// <summary>In UTF-16 units.</summary>
    private const int MaxQuote = 40;

    private readonly Dictionary<string, OwnField> byName = site.Fields.ToDictionary(
        field => Spelling.Fold(field.Name),
        StringComparer.Ordinal
    );

    /// <summary>Whether the site has no fields.</summary>
    public bool IsEmpty => byName.Count == 0;

    /// <summary>In the site's order, without those that the post does not have. What is wrong is absent.</summary>
    public IReadOnlyList<OwnFieldValues> Read(string path, PostMetadata post)
    {
        var read = Declared(post)
            .Select(pair => new OwnFieldValues(pair.Field, ReadValues(path, pair.Field, pair.Written, wrong: null)))
            .Where(one => one.Values.Count > 0)
            .ToDictionary(one => one.Field.Name);
        return read.Count == 0 ? [] : [.. site.Fields.Where(f => read.ContainsKey(f.Name)).Select(f => read[f.Name])];
    }

    /// <summary>What is wrong with the values of a file, at their lines; <paramref name="targets"/> says which posts there are.</summary>
    public IReadOnlyList<Problem> Problems(string path, PostMetadata post, ILinkTargets targets)
    {
        var problems = new List<Problem>();
        foreach (var (field, written) in Declared(post))
        {
            var at = new Position(written.Line, written.Column);
            var named = ReadValues(path, field, written, Wrong).OfType<OwnValue.Post>();
            problems.AddRange(LinkProblems.Of(path, named.Select(other => other.Placeholder), targets, _ => at));
            if (field.IsList && written.Items is { Count: > MaxValues })
            {
                var most = MaxValues.ToString(CultureInfo.InvariantCulture);
                problems.Add(ProblemCatalog.FieldTooMany.At(path, at, written.Key, most));
            }

            void Wrong(string? text)
            {
                var shown = text is null ? written.Key : $"{written.Key}: {Quoted(text)}";
                problems.Add(ProblemCatalog.FieldType.At(path, at, shown, OwnValueReader.Wanted(field)));
            }
        }
        return problems;
    }

    private IEnumerable<(OwnField Field, WrittenField Written)> Declared(PostMetadata post)
    {
        foreach (var written in IsEmpty ? [] : post.Written ?? [])
        {
            if (byName.TryGetValue(Spelling.Fold(written.Key), out var field) && IsFor(field, post))
            {
                yield return (field, written);
            }
        }
    }

    private static bool IsFor(OwnField field, PostMetadata post) =>
        (post.Kind == PostKind.Post ? field.OfPosts : field.OfPages)
        || (field.Tags.Count > 0 && post.Tags.Any(tag => field.Tags.Contains(tag.Slug)));

    /// <summary>Each once; <paramref name="wrong"/> hears of what is none of the type, null where no single value stands there.</summary>
    private List<OwnValue> ReadValues(string path, OwnField field, WrittenField written, Action<string?>? wrong)
    {
        // One value is a list of one, and a list of one is that value.
        IReadOnlyList<string>? texts =
            written.Text is { } text ? [text]
            : field.IsList || written.Items is { Count: <= 1 } ? written.Items
            : null;
        if (texts is null)
        {
            wrong?.Invoke(null);
            return [];
        }
        var values = new List<OwnValue>();
        foreach (var one in texts.Take(MaxValues))
        {
            if (OwnValueReader.Read(one, field, path, site.Rendering.TimeZone) is not { } value)
            {
                wrong?.Invoke(one);
            }
            else if (!values.Contains(value))
            {
                values.Add(value);
            }
        }
        return values;
    }

    /// <summary>Enough to find it by, on one line.</summary>
    private static string Quoted(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= MaxQuote
            ? line
            : line[..(char.IsHighSurrogate(line[MaxQuote - 1]) ? MaxQuote - 1 : MaxQuote)] + "…";
    }
}
