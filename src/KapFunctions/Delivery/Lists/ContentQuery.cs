using KapFunctions.Delivery.Shapes;
using KapFunctions.Http;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Replicas;
using KapFunctions.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace KapFunctions.Delivery.Lists;

internal sealed record ContentQuery(FieldSelection Fields, Paging Paging, NqlFilter? Filter, string? Order)
{
    private static readonly HashSet<string> KnownFormats = new(StringComparer.Ordinal)
    {
        "html",
        "plaintext",
        "mobiledoc",
        "lexical",
    };

    /// <summary>Reads a list's parameters; <paramref name="filter"/> is what they must meet beside the caller's
    /// own.</summary>
    public static (ContentQuery? Query, ContentError? Error) Read(
        IQueryCollection parameters,
        IContentCollection collection,
        View view,
        RequestedFields defaults,
        PageLimits limits,
        string? filter = null
    )
    {
        var (fields, fieldsError) = ReadFields(parameters, collection, defaults);
        var (paging, pagingError) = Paging.Of(parameters, limits);
        if ((fieldsError ?? pagingError) is { } error)
        {
            return (null, error);
        }

        if (Joined(parameters["filter"]) is { } text)
        {
            // Read alone first, so that an error's position is the caller's.
            if (collection.ParseFilter(view, text).Error is { } wrong)
            {
                return (null, new ContentError.Filter(wrong));
            }

            filter = filter is null ? text : $"({text})+{filter}";
        }

        if (filter is null)
        {
            return (new(fields!, paging!, null, Joined(parameters["order"])), null);
        }

        var parsed = collection.ParseFilter(view, filter);
        return parsed.Error is { } nql
            ? (null, new ContentError.Filter(nql))
            : (new(fields!, paging!, parsed.Filter, Joined(parameters["order"])), null);
    }

    public static (FieldSelection? Fields, ContentError? Error) ReadFields(
        IQueryCollection parameters,
        IContentCollection collection,
        RequestedFields defaults
    )
    {
        var only = RequestedFields.Names(parameters["fields"]);
        var requested = new RequestedFields(
            only,
            RequestedFields.Names(parameters["include"]) ?? (only is null ? defaults.Include : []),
            RequestedFields.Names(parameters["formats"]) ?? (only is null ? defaults.Formats : null)
        );
        return requested.Formats?.All(KnownFormats.Contains) == false
            ? (null, new ContentError.Malformed("formats", "must be html or plaintext."))
            : (collection.Select(requested), null);
    }

    // What is given twice is one list, as in Ghost: orders one behind the other, filters of which one is to hold.
    private static string? Joined(StringValues values) =>
        string.Join(',', values.Where(value => !string.IsNullOrEmpty(value))) is { Length: > 0 } all ? all : null;
}
