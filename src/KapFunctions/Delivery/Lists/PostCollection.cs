using System.Runtime.CompilerServices;
using System.Text.Json;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using KapFunctions.Storage.Index;

namespace KapFunctions.Delivery.Lists;

internal sealed class PostCollection(PostKind kind, Bodies bodies, PublicUrls urls) : IContentCollection
{
    private const int BodiesAtATime = 64;

    // Asked for by either parameter: as a field of Ghost's there is none of the name.
    private const string Own = "fields";

    private const string Translations = "translations";

    private static readonly string[] Relations = ["tags", "authors", "tiers", Own];
    private static readonly string[] InLanguages = ["lang", Translations];
    private static readonly string[] Texts = ["html", "plaintext"];

    public string Name => kind == PostKind.Post ? "posts" : "pages";

    public string Singular => kind == PostKind.Post ? "Post" : "Page";

    public IEnumerable<string> FieldNames(SiteSettings site) => PostShape.Of(kind, site).Names;

    public FieldSelection Select(RequestedFields requested)
    {
        var related = Relations.Where(requested.Include.Contains).ToHashSet(StringComparer.Ordinal);
        var formats = requested.Formats ?? (requested.Only is null ? Texts[..1] : []);
        var included = new HashSet<string>(related.Concat(Texts.Where(formats.Contains)), StringComparer.Ordinal);
        AddFirst("tags", "primary_tag");
        AddFirst("authors", "primary_author");
        included.UnionWith(
            InLanguages.Where(name =>
                requested.Include.Contains(Translations) || requested.Only?.Contains(name) == true
            )
        );
        var only = requested.Only?.Where(name =>
            name == Own || Texts.Contains(name) || !PostShape.OptionalFields.Contains(name)
        );
        return new(only?.ToHashSet(StringComparer.Ordinal), included, PostShape.OptionalFields);

        void AddFirst(string relation, string first)
        {
            if (related.Contains(relation) && requested.Only?.Contains(first) != false)
            {
                included.Add(first);
            }
        }
    }

    public NqlResult ParseFilter(View view, string filter) => NqlFilter.ParsePosts(filter, view.Site.Settings.Fields);

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
        return new(page.Total, WritersAsync(view, page.Posts, query.Fields, cancellation));
    }

    public async ValueTask<Action<Utf8JsonWriter>?> FindAsync(
        View view,
        ContentKey key,
        FieldSelection fields,
        CancellationToken cancellation
    )
    {
        var found = key.IsId ? view.FindById(kind, key.Value) : view.FindBySlug(kind, key.Value);
        return found is null ? null : await WritersAsync(view, [found], fields, cancellation).FirstAsync(cancellation);
    }

    // What writes each post; bodies are fetched some at a time, since a list of all may have thousands.
    private async IAsyncEnumerable<Action<Utf8JsonWriter>> WritersAsync(
        View view,
        IReadOnlyList<PostRow> posts,
        FieldSelection fields,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var needsBodies = PostShape.BodyFields.Any(fields.Includes);
        var (addresses, site) = (urls.Of(view), view.Site.Settings);
        var groups = fields.Includes(Translations) ? new TranslationGroups(view) : null;
        foreach (var some in posts.Chunk(BodiesAtATime))
        {
            var read = needsBodies ? await bodies.ReadAllAsync(some, cancellation) : new PostBody?[some.Length];
            foreach (var (row, body) in some.Zip(read))
            {
                var post = new PostView(row, body, site, addresses) { Translations = groups?.Of(row) ?? [] };
                yield return json => PostShape.Of(kind, site).Write(json, post, fields);
            }
        }
    }
}
