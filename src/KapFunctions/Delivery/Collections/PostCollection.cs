using System.Text.Json;
using KapFunctions.Content;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Query;
using KapFunctions.Query.Nql;
using KapFunctions.Storage.Index;

namespace KapFunctions.Delivery.Collections;

/// <summary>Posts, or pages.</summary>
internal sealed class PostCollection(PostKind kind, Bodies bodies, PublicUrls urls) : IContentCollection
{
    private static readonly string[] Relations = ["tags", "authors", "tiers"];
    private static readonly string[] Texts = ["html", "plaintext"];

    /// <inheritdoc />
    public string Name => kind == PostKind.Post ? "posts" : "pages";

    /// <inheritdoc />
    public string Singular => kind == PostKind.Post ? "Post" : "Page";

    /// <inheritdoc />
    public FieldSelection Select(RequestedFields requested)
    {
        var related = Relations.Where(requested.Include.Contains).ToHashSet(StringComparer.Ordinal);
        var formats = requested.Formats ?? (requested.Only is null ? Texts[..1] : []);
        var included = new HashSet<string>(related.Concat(Texts.Where(formats.Contains)), StringComparer.Ordinal);
        AddFirst("tags", "primary_tag");
        AddFirst("authors", "primary_author");
        var only = requested.Only?.Where(name => Texts.Contains(name) || !PostShape.OptionalFields.Contains(name));
        return new(only?.ToHashSet(StringComparer.Ordinal), included, PostShape.OptionalFields);

        void AddFirst(string relation, string first)
        {
            if (related.Contains(relation) && requested.Only?.Contains(first) != false)
            {
                included.Add(first);
            }
        }
    }

    /// <inheritdoc />
    public NqlResult ParseFilter(string filter) => NqlFilter.ParsePosts(filter);

    /// <inheritdoc />
    public async ValueTask<ContentPage> BrowseAsync(View view, ContentQuery query, CancellationToken cancellation)
    {
        var page = view.Browse(
            new()
            {
                Kind = kind,
                Filter = query.Filter,
                Order = query.Order,
                Limit = query.Paging.Limit,
                Page = query.Paging.Page,
            }
        );
        return new(page.Total, await WritersAsync(view, page.Posts, query.Fields, cancellation));
    }

    /// <inheritdoc />
    public async ValueTask<Action<Utf8JsonWriter>?> FindAsync(
        View view,
        ContentKey key,
        FieldSelection fields,
        CancellationToken cancellation
    )
    {
        var found = key.IsId ? view.FindById(kind, key.Value) : view.FindBySlug(kind, key.Value);
        return found is null ? null : (await WritersAsync(view, [found], fields, cancellation))[0];
    }

    private async Task<Action<Utf8JsonWriter>[]> WritersAsync(
        View view,
        IReadOnlyList<PostRow> posts,
        FieldSelection fields,
        CancellationToken cancellation
    )
    {
        var needed = PostShape.BodyFields.Any(fields.Includes);
        var read = needed ? await bodies.ReadAllAsync(posts, cancellation) : new PostBody?[posts.Count];
        var (addresses, site) = (urls.Of(view), view.Site.Settings);
        return
        [
            .. posts.Zip(
                read,
                (row, body) =>
                    (Action<Utf8JsonWriter>)(
                        json => PostShape.Ghost.Write(json, new(row, body, site, addresses), fields)
                    )
            ),
        ];
    }
}
