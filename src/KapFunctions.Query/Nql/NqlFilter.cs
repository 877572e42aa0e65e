using KapFunctions.Content.Settings;

namespace KapFunctions.Query.Nql;

/// <summary>A filter in NQL (https://github.com/TryGhost/NQL), checked against its fields: one that was read can always be run.</summary>
public sealed class NqlFilter
{
    /// <summary>In UTF-16 units.</summary>
    public const int MaxLength = 16 << 10;

    /// <summary>Each may cost a look at every post.</summary>
    internal const int MaxConditions = 100;

    /// <summary>Of parentheses.</summary>
    public const int MaxDepth = 20;

    private NqlFilter(string text, NqlNode root) => (Text, Root) = (text, root);

    public string Text { get; }

    /// <summary>Whether time alone changes what it finds, as with <c>published_at:>now-1d</c>.</summary>
    public bool IsRelativeToNow => NamesRelativeDate(Root);

    internal NqlNode Root { get; }

    public static NqlResult ParsePosts(string text) => ParsePosts(text, []);

    /// <summary>With the fields that the site declares, as <c>fields.price</c>.</summary>
    public static NqlResult ParsePosts(string text, IReadOnlyList<OwnField> own) => Parse(text, NqlFields.PostsOf(own));

    public static NqlResult ParseTags(string text) => Parse(text, NqlFields.Tags);

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
