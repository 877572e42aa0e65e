using System.Text.Json;
using KapFunctions.Content.Settings;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Terms;
using KapFunctions.Reading;

namespace KapFunctions.Delivery.Lists;

/// <summary>What visible posts have in common: their tags, or their authors, each with its count of posts.</summary>
internal sealed class TermCollection<TTerm, TView>(Shape<TView> shape, PublicUrls urls) : IContentCollection
    where TTerm : class
{
    private const string CountField = "count";

    private static readonly HashSet<string> Optional = new(StringComparer.Ordinal) { CountField };

    public required string Name { get; init; }

    public required string Singular { get; init; }

    public required Func<string, NqlResult> Parse { get; init; }

    public required Func<View, TermQuery, TermPage<TTerm>> Browse { get; init; }

    public required Func<View, string, TTerm?> FindById { get; init; }

    public required Func<View, string, TTerm?> FindBySlug { get; init; }

    public required Func<TTerm, PublicAddresses, TView> Show { get; init; }

    public IEnumerable<string> FieldNames(SiteSettings site) => shape.Names;

    public FieldSelection Select(RequestedFields requested) =>
        new(
            requested.Only?.Where(name => name != CountField).ToHashSet(StringComparer.Ordinal),
            requested.Include.Contains("count.posts") ? Optional : FieldSelection.None,
            Optional
        );

    public NqlResult ParseFilter(View view, string filter) => Parse(filter);

    public ValueTask<ContentPage> BrowseAsync(View view, ContentQuery query, CancellationToken cancellation)
    {
        var page = Browse(
            view,
            new()
            {
                Filter = query.Filter,
                Order = query.Order,
                Limit = query.Paging.Limit,
                Page = query.Paging.Page,
            }
        );
        var items = page.Items.Select(term => WriterOf(view, term, query.Fields));
        return new(new ContentPage(page.Total, items.ToAsyncEnumerable()));
    }

    public ValueTask<Action<Utf8JsonWriter>?> FindAsync(
        View view,
        ContentKey key,
        FieldSelection fields,
        CancellationToken cancellation
    )
    {
        var found = key.IsId ? FindById(view, key.Value) : FindBySlug(view, key.Value);
        return new(found is null ? null : WriterOf(view, found, fields));
    }

    private Action<Utf8JsonWriter> WriterOf(View view, TTerm term, FieldSelection fields) =>
        json => shape.Write(json, Show(term, urls.Of(view)), fields);
}
