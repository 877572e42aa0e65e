using System.Text.Json;
using KapFunctions.Query.Replicas;

namespace KapFunctions.Query.Search;

internal static class Vocabulary
{
    /// <summary>How many posts have each token, where any has it.</summary>
    public static IReadOnlyDictionary<string, long> PostsWith(this View view, IEnumerable<string> tokens) =>
        view.Rows(
                """
                select v.term, v.doc from json_each($0) asked cross join text.vocabulary v where v.term = asked.value
                """,
                row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1)),
                "[" + string.Join(',', tokens.Distinct().Select(token => $"\"{JsonEncodedText.Encode(token)}\"")) + "]"
            )
            .ToDictionary();
}
