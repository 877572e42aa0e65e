using System.Text.Json;
using KapFunctions.Content;
using KapFunctions.Http;
using KapFunctions.Query;

namespace KapFunctions.Delivery.Collections;

/// <summary>Every collection by name, and the envelope that both APIs put its items into.</summary>
public sealed class ContentCollections
{
    private readonly Dictionary<string, IContentCollection> byName;

    /// <summary>Makes the collections.</summary>
    public ContentCollections(Bodies bodies, PublicUrls urls)
    {
        IContentCollection[] all =
        [
            new PostCollection(PostKind.Post, bodies, urls),
            new PostCollection(PostKind.Page, bodies, urls),
            new TagCollection(urls),
            new AuthorCollection(urls),
        ];
        byName = all.ToDictionary(collection => collection.Name, StringComparer.Ordinal);
    }

    /// <summary>The collection of this name; null where there is none.</summary>
    internal IContentCollection? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>A page of a collection as both APIs answer it.</summary>
    internal static async ValueTask<Answer> ListAsync(
        IContentCollection collection,
        View view,
        ContentQuery query,
        CancellationToken cancellation
    )
    {
        var page = await collection.BrowseAsync(view, query, cancellation);
        return JsonAnswer.Of(json =>
        {
            json.WriteStartObject();
            WriteItems(json, collection.Name, page.Items);
            query.Paging.WriteMeta(json, page.Total);
            json.WriteEndObject();
        });
    }

    /// <summary>Writes a named array.</summary>
    public static void WriteItems(Utf8JsonWriter json, string name, IEnumerable<Action<Utf8JsonWriter>> items)
    {
        json.WriteStartArray(name);
        foreach (var write in items)
        {
            write(json);
        }

        json.WriteEndArray();
    }
}
