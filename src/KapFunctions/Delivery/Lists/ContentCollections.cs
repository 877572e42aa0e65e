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

    public ContentCollections(Bodies bodies, PublicUrls urls)
    {
        IContentCollection[] all =
        [
            new PostCollection(PostKind.Post, bodies, urls),
            new PostCollection(PostKind.Page, bodies, urls),
            new TermCollection<CountedTag, TagView>(TagShape.Ghost, urls)
            {
                Name = "tags",
                Singular = "Tag",
                Parse = NqlFilter.ParseTags,
                Browse = (view, query) => view.Tags(query),
                FindById = (view, id) => view.FindTagById(id),
                FindBySlug = (view, slug) => view.FindTag(slug),
                Show = (tag, addresses) => new(tag.Tag, (int)tag.Posts, addresses),
            },
            new TermCollection<CountedAuthor, AuthorView>(AuthorShape.Ghost, urls)
            {
                Name = "authors",
                Singular = "Author",
                Parse = NqlFilter.ParseAuthors,
                Browse = (view, query) => view.Authors(query),
                FindById = (view, id) => view.FindAuthorById(id),
                FindBySlug = (view, slug) => view.FindAuthor(slug),
                Show = (author, addresses) => new(author.Author, (int)author.Posts, addresses),
            },
        ];
        byName = all.ToDictionary(collection => collection.Name, StringComparer.Ordinal);
    }

    internal IContentCollection? Find(string name) => byName.GetValueOrDefault(name);

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
}
