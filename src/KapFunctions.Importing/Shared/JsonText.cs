using System.Globalization;
using System.Text;
using System.Text.Json;
using KapFunctions.Content.Text;

namespace KapFunctions.Importing.Shared;

/// <summary>Strings of foreign JSON.</summary>
internal static class JsonText
{
    /// <summary>Half of a pair of surrogates, which JSON can say and no text can hold, is the sign for what is lost.</summary>
    public static string? Of(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException) when (value.ValueKind == JsonValueKind.String)
        {
            return Unescaped(value.GetRawText());
        }
    }

    private static string Unescaped(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }
            i++;
            text.Append(
                raw[i] switch
                {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'b' => '\b',
                    'f' => '\f',
                    'u' => (char)int.Parse(raw.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                    var itself => itself,
                }
            );
            i += raw[i] == 'u' ? 4 : 0;
        }
        return WellFormed.Text(text.ToString());
    }
}
