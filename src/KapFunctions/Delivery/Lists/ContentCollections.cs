using System.Text.Json;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Http;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Terms;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery.Lists;

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
            Tags(urls),
            Authors(urls),
        ];
        byName = all.ToDictionary(collection => collection.Name, StringComparer.Ordinal);
    }

    /// <summary>The collection of this name; null where there is none.</summary>
    internal IContentCollection? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>A page of a collection as both APIs answer it.</summary>
    internal static async ValueTask<IResult> ListAsync(
        IContentCollection collection,
        View view,
        ContentQuery query,
        CancellationToken cancellation
    )
    {
        var page = await collection.BrowseAsync(view, query, cancellation);
        await using var draft = new JsonDraft();
        draft.Json.WriteStartObject();
        await draft.WriteItemsAsync(collection.Name, page.Items, cancellation);
        query.Paging.WriteMeta(draft.Json, page.Total);
        draft.Json.WriteEndObject();
        var isRelative = query.Filter is { IsRelativeToNow: true };
        return await draft.FinishAsync(isRelative ? Lifetime.Fleeting : Lifetime.Usual, cancellation);
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

    private static TermCollection<CountedTag> Tags(PublicUrls urls) =>
        new()
        {
            Name = "tags",
            Singular = "Tag",
            Parse = NqlFilter.ParseTags,
            Browse = (view, query) => view.Tags(query),
            Find = (view, key) => key.IsId ? view.FindTagById(key.Value) : view.FindTag(key.Value),
            Write = (json, view, tag, fields) =>
                TagShape.Ghost.Write(json, new(tag.Tag, (int)tag.Posts, urls.Of(view)), fields),
        };

    private static TermCollection<CountedAuthor> Authors(PublicUrls urls) =>
        new()
        {
            Name = "authors",
            Singular = "Author",
            Parse = NqlFilter.ParseAuthors,
            Browse = (view, query) => view.Authors(query),
            Find = (view, key) => key.IsId ? view.FindAuthorById(key.Value) : view.FindAuthor(key.Value),
            Write = (json, view, author, fields) =>
                AuthorShape.Ghost.Write(json, new(author.Author, (int)author.Posts, urls.Of(view)), fields),
        };
}
