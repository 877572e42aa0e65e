using System.Collections.Frozen;
using KapFunctions.Delivery.Lists;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Http;
using KapFunctions.Query.Replicas;
using KapFunctions.Settings;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery.Ghost;

/// <summary>The light lists that a search in the browser is made of.</summary>
internal static class GhostSearchIndex
{
    public static FrozenDictionary<string, IReadOnlySet<string>> Fields { get; } =
        new Dictionary<string, IReadOnlySet<string>>
        {
            ["posts"] = Names("id", "slug", "title", "excerpt", "url", "updated_at", "visibility"),
            ["tags"] = Names("id", "slug", "name", "url"),
            ["authors"] = Names("id", "slug", "name", "url", "profile_image"),
        }.ToFrozenDictionary();

    public static async ValueTask<IResult> OfAsync(
        IContentCollection collection,
        View view,
        PageLimits limits,
        CancellationToken cancellation
    )
    {
        var fields = new FieldSelection(Fields[collection.Name], FieldSelection.None, FieldSelection.None);
        // As Ghost's: what changed last comes first, and what nobody is shown is not in it.
        var query = new ContentQuery(
            fields,
            new(limits.All, Page: 1, AsksForAll: true),
            collection.ParseFilter(view, "visibility:public").Filter,
            "updated_at desc"
        );
        var page = await collection.BrowseAsync(view, query, cancellation);
        await using var draft = new JsonDraft();
        draft.Json.WriteStartObject();
        await draft.WriteItemsAsync(collection.Name, page.Items, cancellation);
        draft.Json.WriteEndObject();
        return await draft.FinishAsync(Lifetime.Usual, cancellation);
    }

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.Ordinal);
}
