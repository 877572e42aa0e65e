using System.Globalization;
using System.Text.Json;
using KapFunctions.Http;
using KapFunctions.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace KapFunctions.Delivery.Lists;

/// <summary>A page of a list, by <c>limit</c> and <c>page</c>. Pages count from 1.</summary>
internal sealed record Paging(int Limit, int Page, bool AsksForAll)
{
    public const int DefaultLimit = 15;

    public static (Paging? Paging, ContentError? Error) Of(IQueryCollection query, PageLimits limits)
    {
        var (limit, page) = (query["limit"], query["page"]);
        if (ReadLimit(limit, limits) is not { } items)
        {
            return (null, new ContentError.Malformed("limit", "must be a whole number from 1, or \"all\"."));
        }

        return ReadNumber(page, fallback: 1) is { } number
            ? (new(items, Math.Max(1, number), AsksForAll: limit == "all"), null)
            : (null, new ContentError.Malformed("page", "must be a whole number from 1."));
    }

    public void WriteMeta(Utf8JsonWriter json, long total)
    {
        var pages = Math.Max(1, (total + Limit - 1) / Limit);
        json.WriteStartObject("meta");
        json.WriteStartObject("pagination");
        json.WriteNumber("page", Page);
        WriteLimit(json, holdsAll: AsksForAll && total <= Limit);
        json.WriteNumber("pages", pages);
        json.WriteNumber("total", total);
        WriteNeighbour(json, "next", Page < pages ? Page + 1 : null);
        WriteNeighbour(json, "prev", Page > 1 ? Page - 1 : null);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // "all" is said only where it is true: a silent cap would lose posts.
    private void WriteLimit(Utf8JsonWriter json, bool holdsAll)
    {
        if (holdsAll)
        {
            json.WriteString("limit", "all");
        }
        else
        {
            json.WriteNumber("limit", Limit);
        }
    }

    private static void WriteNeighbour(Utf8JsonWriter json, string name, int? page)
    {
        if (page is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static int? ReadLimit(StringValues text, PageLimits limits) =>
        text == "all" ? limits.All
        : ReadNumber(text, DefaultLimit) is not { } number ? null
        : number == 0 ? DefaultLimit
        : Math.Min(number, limits.Page);

    // A number of any length is a number; beyond what can be counted it means the largest.
    private static int? ReadNumber(StringValues text, int fallback) =>
        text.Count switch
        {
            0 => fallback,
            1 when text[0] is { Length: > 0 } digits && digits.All(char.IsAsciiDigit) => int.TryParse(
                digits,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : int.MaxValue,
            _ => null,
        };
}
