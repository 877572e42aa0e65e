using System.Text;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Problems;

namespace KapFunctions.Content.Metadata;

/// <summary>What a head says under keys that mean nothing to the model: asked for last.</summary>
internal static class WrittenFields
{
    /// <summary>What the index's JSON adds to a key and its value, in bytes.</summary>
    private const int Frame = 48;

    private const int ItemFrame = 4;

    /// <summary>Null for none. What does not fit is left out and told of.</summary>
    public static IReadOnlyList<WrittenField>? Of(Fields fields, ProblemLog problems)
    {
        var room = WrittenField.MaxBytes;
        var written = new List<WrittenField>();
        foreach (var (field, value) in OwnKeys.In(fields).Select(field => (field, Of(field))))
        {
            if (value is null)
            {
                continue;
            }
            if (SizeOf(value) is var size && size > room)
            {
                problems.AddOnce(ProblemCatalog.FieldsTooLarge, field.At, field.Key);
                continue;
            }
            room -= size;
            written.Add(value);
        }
        return written.Count > 0 ? written : null;
    }

    private static WrittenField? Of(Field field) =>
        field.Value switch
        {
            BrokenValue or ScalarValue { IsNull: true } => null,
            ScalarValue scalar when string.IsNullOrWhiteSpace(scalar.Text) => null,
            ScalarValue scalar => At(field) with { Text = scalar.Text.Trim() },
            // YAML reads a wiki link without quotation marks as a list in a list.
            ListValue { Items: [ListValue { Items: [ScalarValue { IsNull: false } link] }] } => At(field) with
            {
                Text = $"[[{link.Text.Trim()}]]",
            },
            ListValue list when list.Items.All(item => item is ScalarValue) => At(field) with
            {
                Items =
                [
                    .. list
                        .Items.Cast<ScalarValue>()
                        .Where(item => !item.IsNull && !string.IsNullOrWhiteSpace(item.Text))
                        .Select(item => item.Text.Trim()),
                ],
            },
            _ => At(field),
        };

    private static WrittenField At(Field field) => new(field.Key, field.At.Line, field.At.Column);

    private static int SizeOf(WrittenField field) =>
        Frame
        + Encoding.UTF8.GetByteCount(field.Key)
        + Encoding.UTF8.GetByteCount(field.Text ?? "")
        + (field.Items ?? []).Sum(item => ItemFrame + Encoding.UTF8.GetByteCount(item));
}
