using System.Globalization;
using System.Text.Json;
using KapFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace KapFunctions.Delivery;

/// <summary>A page of a list, as a caller asked for it: <c>limit</c> and <c>page</c>.</summary>
/// <param name="Limit">Items on a page; null for all of them, up to a hard cap.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record Paging(int? Limit, int Page)
{
    /// <summary>Items on a page where nobody says.</summary>
    public const int DefaultLimit = 15;

    /// <summary>Most items on a page.</summary>
    public const int MaxLimit = 100;

    /// <summary>Reads the parameters; the problem where they cannot be read.</summary>
    public static (Paging Paging, IResult? Problem) Of(IQueryCollection query)
    {
        var (limitText, pageText) = (query["limit"], query["page"]);
        if (ReadLimit(limitText) is not { } limit)
        {
            return (new(null, 1), Problems.InvalidParameter("limit", "must be a whole number from 1, or \"all\"."));
        }

        return ReadNumber(pageText, fallback: 1) is { } page
            ? (new(limit.Value, Math.Max(1, page)), null)
            : (new(null, 1), Problems.InvalidParameter("page", "must be a whole number from 1."));
    }

    /// <summary>Writes Ghost's <c>meta</c> with its pagination.</summary>
    public void WriteMeta(Utf8JsonWriter json, long total)
    {
        var pages = Limit is { } limit ? Math.Max(1, (total + limit - 1) / limit) : 1;
        json.WriteStartObject("meta");
        json.WriteStartObject("pagination");
        json.WriteNumber("page", Page);
        WriteLimit(json);
        json.WriteNumber("pages", pages);
        json.WriteNumber("total", total);
        WriteNeighbour(json, "next", Page < pages ? Page + 1 : null);
        WriteNeighbour(json, "prev", Page > 1 ? Page - 1 : null);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteLimit(Utf8JsonWriter json)
    {
        if (Limit is { } limit)
        {
            json.WriteNumber("limit", limit);
        }
        else
        {
            json.WriteString("limit", "all");
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

    private static Limited? ReadLimit(StringValues text) =>
        text == "all" ? new(null)
        : ReadNumber(text, DefaultLimit) is { } number and > 0 ? new(Math.Min(number, MaxLimit))
        : null;

    private static int? ReadNumber(StringValues text, int fallback) =>
        text.Count switch
        {
            0 => fallback,
            1 when int.TryParse(text[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };

    /// <param name="Value">The limit; null for all.</param>
    private readonly record struct Limited(int? Value);
}
