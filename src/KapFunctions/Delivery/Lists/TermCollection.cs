using System.Text.Json;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Terms;

namespace KapFunctions.Delivery.Lists;

/// <summary>What visible posts have in common: their tags, or their authors.</summary>
/// <typeparam name="T">A tag or an author with its count of posts.</typeparam>
internal sealed class TermCollection<T> : IContentCollection
    where T : class
{
    private const string CountField = "count";

    private static readonly HashSet<string> Optional = new(StringComparer.Ordinal) { CountField };

    /// <inheritdoc />
    public required string Name { get; init; }

    /// <inheritdoc />
    public required string Singular { get; init; }

    /// <summary>Reads a filter.</summary>
    public required Func<string, NqlResult> Parse { get; init; }

    /// <summary>A page of them.</summary>
    public required Func<View, TermQuery, TermPage<T>> Browse { get; init; }

    /// <summary>One of them; null where no visible post has it.</summary>
    public required Func<View, ContentKey, T?> Find { get; init; }

    /// <summary>Writes one of them.</summary>
    public required Action<Utf8JsonWriter, View, T, FieldSelection> Write { get; init; }

    /// <inheritdoc />
    public FieldSelection Select(RequestedFields requested) =>
        new(
            requested.Only?.Where(name => name != CountField).ToHashSet(StringComparer.Ordinal),
            requested.Include.Contains("count.posts") ? Optional : FieldSelection.None,
            Optional
        );

    /// <inheritdoc />
    public NqlResult ParseFilter(string filter) => Parse(filter);

    /// <inheritdoc />
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
        var items = page.Items.Select(item => WriterOf(view, item, query.Fields));
        return new(new ContentPage(page.Total, items.ToAsyncEnumerable()));
    }

    /// <inheritdoc />
    public ValueTask<Action<Utf8JsonWriter>?> FindAsync(
        View view,
        ContentKey key,
        FieldSelection fields,
        CancellationToken cancellation
    ) => new(Find(view, key) is { } found ? WriterOf(view, found, fields) : null);

    private Action<Utf8JsonWriter> WriterOf(View view, T item, FieldSelection fields) =>
        json => Write(json, view, item, fields);
}
