using System.Globalization;

namespace KapFunctions.Query.Nql;

/// <summary>Values that filters name for the site's own fields. Ghost has no such fields, so the whole number counts, a text in digits
/// is a text, and a value of another type is a mistake.</summary>
internal static class OwnValues
{
    /// <summary>Null where it is none of the field's type. <paramref name="relative"/> is what the token says relative to now.</summary>
    public static NqlValue? Read(NqlField field, NqlToken token, NqlValue? relative)
    {
        if (token.Kind == NqlTokenKind.Null)
        {
            return new NqlValue.Null();
        }

        var text = token.Kind switch
        {
            NqlTokenKind.Text => NqlParser.Unquote(token.Text),
            NqlTokenKind.Literal => NqlParser.Unescape(token.Text),
            _ => token.Text,
        };
        return field.Type switch
        {
            NqlFieldType.Number => Number(text),
            NqlFieldType.Boolean => Switch(text),
            NqlFieldType.Instant => relative ?? (NqlDate.Read(text) is { } at ? new NqlValue.Instant(at) : null),
            _ => new NqlValue.Text(text),
        };
    }

    public static string Wanted(NqlField field) =>
        field.Type switch
        {
            NqlFieldType.Number => $"{field.Name} is a number; write it as 12.5 or '-12.5'.",
            NqlFieldType.Boolean => $"{field.Name} is a switch; write true or false.",
            _ => $"{field.Name} is a date; write it as '2026-01-31', '2026-01-31T12:00:00Z' or now-30d.",
        };

    private static NqlValue.Number? Number(string text) =>
        double.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var number
        ) && double.IsFinite(number)
            ? new(number)
            : null;

    private static NqlValue.Boolean? Switch(string text) =>
        text.ToLowerInvariant() switch
        {
            "true" or "yes" or "1" => new(true),
            "false" or "no" or "0" => new(false),
            _ => null,
        };
}
