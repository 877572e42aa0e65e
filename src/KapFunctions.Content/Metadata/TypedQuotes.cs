using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;

namespace KapFunctions.Content.Metadata;

/// <summary>Values between the quotation marks that telephones and word processors type, which a head takes for a part of them.
/// In a text for readers they may be meant; an address or a name has none.</summary>
internal static class TypedQuotes
{
    private const string Opening = "“„«‘‚‹";
    private const string Closing = "”“»’‘›";

    private static readonly string[] Texts =
    [
        "title",
        "subtitle",
        "description",
        "summary",
        "excerpt",
        "caption",
        "alt",
    ];

    public static MapValue Read(MapValue head, ProblemLog problems) =>
        head with
        {
            Fields = [.. head.Fields.Select(field => Read(field, problems))],
        };

    private static Field Read(Field field, ProblemLog problems)
    {
        var name = Spelling.Fold(field.Key);
        if (HeadLine.Switches.Contains(name))
        {
            return field;
        }
        var isText = Texts.Any(text => name.EndsWith(text, StringComparison.Ordinal));
        var value = field.Value switch
        {
            ScalarValue scalar => Read(scalar, field, isText, problems),
            ListValue list => list with
            {
                Items =
                [
                    .. list.Items.Select(item =>
                        item is ScalarValue scalar ? Read(scalar, field, isText, problems) : item
                    ),
                ],
            },
            var other => other,
        };
        return ReferenceEquals(value, field.Value) ? field : field with { Value = value };
    }

    private static ScalarValue Read(ScalarValue scalar, Field field, bool isText, ProblemLog problems)
    {
        var text = scalar.Text.Trim();
        if (
            text.Length < 2
            || !Opening.Contains(text[0], StringComparison.Ordinal)
            || !Closing.Contains(text[^1], StringComparison.Ordinal)
            || text.AsSpan(1, text.Length - 2).IndexOfAny(Opening + Closing) >= 0
        )
        {
            return scalar;
        }
        var inner = text[1..^1].Trim();
        problems.Add(
            ProblemCatalog.ValueQuotes,
            scalar.At,
            field.Key,
            $"{text[0]} and {text[^1]}",
            isText ? "readers see them" : "it was read without them",
            inner
        );
        return isText ? scalar : scalar with { Text = inner };
    }
}
