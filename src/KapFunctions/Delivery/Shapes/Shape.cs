using System.Text.Json;

namespace KapFunctions.Delivery.Shapes;

/// <summary>A JSON object as an ordered list of fields, of which a caller may ask for some.</summary>
/// <typeparam name="T">What the shape is made of.</typeparam>
public sealed class Shape<T>(params IReadOnlyList<ShapeField<T>> fields)
{
    private readonly Dictionary<string, ShapeField<T>> byName = fields.ToDictionary(
        field => field.Name.Value,
        StringComparer.Ordinal
    );

    /// <summary>Writes the object, with the fields of <paramref name="selection"/>.</summary>
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

    /// <summary>Whether the shape has a field of this name.</summary>
    public bool Has(string name) => byName.ContainsKey(name);
}

/// <summary>The fields a caller asked for.</summary>
/// <param name="Only">The names asked for with <c>fields</c>; null for all.</param>
/// <param name="Included">What <c>include</c> and <c>formats</c> add.</param>
/// <param name="Optional">Names that are left out unless they are included.</param>
public sealed record FieldSelection(
    IReadOnlySet<string>? Only,
    IReadOnlySet<string> Included,
    IReadOnlySet<string> Optional
)
{
    /// <summary>No names at all.</summary>
    public static readonly IReadOnlySet<string> None = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether the answer holds the field.</summary>
    public bool Includes(string name) => Included.Contains(name) || (Only?.Contains(name) ?? !Optional.Contains(name));
}
