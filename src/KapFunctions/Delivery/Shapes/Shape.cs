using System.Text.Json;

namespace KapFunctions.Delivery.Shapes;

/// <summary>A JSON object as an ordered list of fields, of which a caller may ask for some.</summary>
internal sealed class Shape<T>(params IReadOnlyList<ShapeField<T>> fields)
{
    public IEnumerable<string> Names => fields.Select(one => one.Name.Value);

    /// <summary>The same with one field more and one less.</summary>
    public Shape<T> With(ShapeField<T> more, string less) =>
        new([.. fields.Where(field => field.Name.Value != less), more]);

    /// <summary>The same with more fields.</summary>
    public Shape<T> With(params IReadOnlyList<ShapeField<T>> more) => new([.. fields, .. more]);

    public void Write(Utf8JsonWriter json, T source, FieldSelection selection)
    {
        json.WriteStartObject();
        WriteFields(json, source, selection);
        json.WriteEndObject();
    }

    /// <summary>Writes the fields of <paramref name="selection"/> into an object that is already begun.</summary>
    public void WriteFields(Utf8JsonWriter json, T source, FieldSelection selection)
    {
        foreach (var field in fields)
        {
            if (selection.Includes(field.Name.Value))
            {
                json.WritePropertyName(field.Name);
                field.WriteValue(json, source);
            }
        }
    }
}

/// <summary>The fields of an answer: those in <c>Only</c>, or where that is null all but the <c>Optional</c> ones; and
/// what is <c>Included</c> besides.</summary>
internal sealed record FieldSelection(
    IReadOnlySet<string>? Only,
    IReadOnlySet<string> Included,
    IReadOnlySet<string> Optional
)
{
    public static readonly IReadOnlySet<string> None = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What an item was asked for by comes with it, as in Ghost.</summary>
    public FieldSelection With(string name) =>
        Only is null ? this : this with { Only = new HashSet<string>(Only, StringComparer.Ordinal) { name } };

    public bool Includes(string name) => Included.Contains(name) || (Only?.Contains(name) ?? !Optional.Contains(name));
}
