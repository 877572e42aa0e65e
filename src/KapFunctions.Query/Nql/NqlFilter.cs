namespace KapFunctions.Query.Nql;

/// <summary>
/// A filter in NQL, Ghost's query language (https://github.com/TryGhost/NQL), read and checked against the fields of
/// what it filters. A filter that was read can always be run.
/// </summary>
public sealed class NqlFilter
{
    /// <summary>Longest filter, in UTF-16 units.</summary>
    public const int MaxLength = 16 << 10;

    /// <summary>Most conditions in a filter: each may cost a look at every post.</summary>
    public const int MaxConditions = 100;

    /// <summary>Deepest nesting of parentheses.</summary>
    public const int MaxDepth = 20;

    private NqlFilter(string text, NqlNode root) => (Text, Root) = (text, root);

    /// <summary>The filter as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether it finds other posts at another time though nothing was published, as <c>published_at:>now-1d</c> does.</summary>
    public bool IsRelativeToNow => NamesRelativeDate(Root);

    internal NqlNode Root { get; }

    /// <summary>Reads a filter of posts and pages.</summary>
    public static NqlResult ParsePosts(string text) => Parse(text, NqlFields.Posts);

    /// <summary>Reads a filter of tags.</summary>
    public static NqlResult ParseTags(string text) => Parse(text, NqlFields.Tags);

    /// <summary>Reads a filter of authors.</summary>
    public static NqlResult ParseAuthors(string text) => Parse(text, NqlFields.Authors);

    private static bool NamesRelativeDate(NqlNode node) =>
        node switch
        {
            NqlAll all => all.Parts.Any(NamesRelativeDate),
            NqlAny any => any.Parts.Any(NamesRelativeDate),
            NqlCondition condition => condition.Values.Any(value => value is NqlValue.Relative),
            _ => throw new InvalidOperationException($"A filter has no {node.GetType().Name}."),
        };

    private static NqlResult Parse(string text, NqlFields fields)
    {
        if (text.Length > MaxLength)
        {
            return new(
                null,
                new($"The filter is longer than {MaxLength} characters; ask for less at once.", MaxLength + 1)
            );
        }

        var tokens = NqlLexer.Read(text, out var error);
        var root = error is null ? new NqlParser(tokens, text.Length, fields).Parse(out error) : null;
        return root is null || error is not null ? new(null, error) : new(new NqlFilter(text, root), null);
    }
}
