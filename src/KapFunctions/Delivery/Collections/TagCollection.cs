using System.Text.Json;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Query;
using KapFunctions.Query.Nql;

namespace KapFunctions.Delivery.Collections;

/// <summary>The tags of visible posts.</summary>
internal sealed class TagCollection(PublicUrls urls) : IContentCollection
{
    private const string CountField = "count";

    /// <inheritdoc />
    public string Name => "tags";

    /// <inheritdoc />
    public string Singular => "Tag";

    /// <inheritdoc />
    public FieldSelection Select(RequestedFields requested) =>
        new(
            requested.Only?.Where(name => name != CountField).ToHashSet(StringComparer.Ordinal),
            requested.Include.Contains("count.posts") ? TagShape.OptionalFields : FieldSelection.None,
            TagShape.OptionalFields
        );

    /// <inheritdoc />
    public NqlResult ParseFilter(string filter) => NqlFilter.ParseTags(filter);

    /// <inheritdoc />
    public ValueTask<ContentPage> BrowseAsync(View view, ContentQuery query, CancellationToken cancellation)
    {
        var page = view.Tags(
            new()
            {
                Filter = query.Filter,
                Order = query.Order,
                Limit = query.Paging.Limit,
                Page = query.Paging.Page,
            }
        );
        return new(
            new ContentPage(
                page.Total,
                page.Items.Select(item => WriterOf(view, item, query.Fields)).ToAsyncEnumerable()
            )
        );
    }

    /// <inheritdoc />
    public ValueTask<Action<Utf8JsonWriter>?> FindAsync(
        View view,
        ContentKey key,
        FieldSelection fields,
        CancellationToken cancellation
    )
    {
        var found = key.IsId ? view.FindTagById(key.Value) : view.FindTag(key.Value);
        return new(found is null ? null : WriterOf(view, found, fields));
    }

    private Action<Utf8JsonWriter> WriterOf(View view, CountedTag counted, FieldSelection fields)
    {
        var shown = new TagView(counted.Tag, (int)counted.Posts, urls.Of(view));
        return json => TagShape.Ghost.Write(json, shown, fields);
    }
}
