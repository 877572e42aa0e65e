using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using KapFunctions.Content.FrontMatter;
using KapFunctions.Content.Settings;

namespace KapFunctions.Content.Metadata;

/// <summary>The unknown fields that <c>site.yaml</c> lets readers see, as JSON.</summary>
internal static partial class DeliveredFields
{
    public static IReadOnlyDictionary<string, JsonElement> Of(Fields fields, UsedSettings settings)
    {
        var byName = OwnKeys.In(fields).ToDictionary(field => Fields.Normalize(field.Key), field => field.Value);
        var delivered = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        if (byName.Count == 0)
        {
            // Then the post does not depend on the setting.
            return delivered;
        }
        foreach (var name in settings.DeliveredFrontmatter)
        {
            if (byName.TryGetValue(Fields.Normalize(name), out var value))
            {
                delivered[name] = ToJson(value);
            }
        }
        return delivered;
    }

    private static JsonElement ToJson(FieldValue value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            Write(json, value);
        }
        using var document = JsonDocument.Parse(stream.GetBuffer().AsMemory(0, (int)stream.Length));
        return document.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter json, FieldValue value)
    {
        switch (value)
        {
            case ListValue list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(json, item);
                }
                json.WriteEndArray();
                break;
            case MapValue map:
                json.WriteStartObject();
                // Of a key that is there twice the last one counts.
                foreach (var field in map.Fields.GroupBy(field => field.Key).Select(same => same.Last()))
                {
                    json.WritePropertyName(field.Key);
                    Write(json, field.Value);
                }
                json.WriteEndObject();
                break;
            case ScalarValue scalar:
                Write(json, scalar);
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, ScalarValue scalar)
    {
        if (scalar.IsNull)
        {
            json.WriteNullValue();
        }
        else if (!scalar.Quoted && scalar.Text is "true" or "false")
        {
            json.WriteBooleanValue(scalar.Text == "true");
        }
        else if (
            !scalar.Quoted
            && IsPlainNumber(scalar.Text)
            && decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        )
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteStringValue(scalar.Text);
        }
    }

    /// <summary>Not 007 and not 1e5, which are texts to most people.</summary>
    private static bool IsPlainNumber(string text)
    {
        var digits = text.AsSpan().TrimStart('-');
        return digits.Length <= 15 && Decimal().IsMatch(digits);
    }

    [GeneratedRegex(@"^(0|[1-9][0-9]*)(\.[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Decimal();
}
