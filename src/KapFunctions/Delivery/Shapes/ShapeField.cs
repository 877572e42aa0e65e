using System.Text.Json;
using KapFunctions.Http;

namespace KapFunctions.Delivery.Shapes;

/// <summary>One field of a shape: its name on the wire, and how its value is written.</summary>
internal sealed class ShapeField<T>(string name, Action<Utf8JsonWriter, T> writeValue)
{
    public JsonEncodedText Name { get; } = JsonEncodedText.Encode(name);

    public void WriteValue(Utf8JsonWriter json, T source) => writeValue(json, source);

    public static ShapeField<T> Text(string name, Func<T, string?> value) =>
        new(name, (json, source) => json.WriteStringValue(value(source)));

    public static ShapeField<T> Boolean(string name, Func<T, bool> value) =>
        new(name, (json, source) => json.WriteBooleanValue(value(source)));

    public static ShapeField<T> Number(string name, Func<T, int> value) =>
        new(name, (json, source) => json.WriteNumberValue(value(source)));

    public static ShapeField<T> Time(string name, Func<T, DateTimeOffset?> value) =>
        Text(name, source => value(source) is { } time ? GhostTime.Format(time) : null);

    /// <summary>Ghost's <c>count</c> object; null where nobody asked for it.</summary>
    public static ShapeField<T> Count(Func<T, int?> posts) =>
        new(
            "count",
            (json, source) =>
            {
                json.WriteStartObject();
                json.WriteNumber("posts", posts(source) ?? 0);
                json.WriteEndObject();
            }
        );

    /// <summary>A field that Ghost has and we have nothing for.</summary>
    public static ShapeField<T> Null(string name) => new(name, (json, _) => json.WriteNullValue());

    /// <summary>A list of what Ghost has and we have not.</summary>
    public static ShapeField<T> None(string name) => new(name, (json, _) => json.WriteList<T>([], _ => { }));
}
