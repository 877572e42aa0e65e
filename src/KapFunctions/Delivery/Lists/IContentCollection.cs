using System.Text.Json;
using KapFunctions.Query.Nql;
using KapFunctions.Query.Replicas;

namespace KapFunctions.Delivery.Lists;

/// <summary>What can be listed and read one by one, in Ghost's terms a resource: posts, pages, tags, authors.</summary>
internal interface IContentCollection
{
    /// <summary>The name in addresses and envelopes: <c>posts</c>.</summary>
    string Name { get; }

    /// <summary>One of them, in words: <c>Post</c>.</summary>
    string Singular { get; }

    /// <summary>Which fields, given what was asked for.</summary>
    Shapes.FieldSelection Select(RequestedFields requested);

    /// <summary>Reads a filter of this collection.</summary>
    NqlResult ParseFilter(string filter);

    /// <summary>A page of items.</summary>
    ValueTask<ContentPage> BrowseAsync(View view, ContentQuery query, CancellationToken cancellation);

    /// <summary>One item, as what writes it; null where there is none that readers see.</summary>
    ValueTask<Action<Utf8JsonWriter>?> FindAsync(
        View view,
        ContentKey key,
        Shapes.FieldSelection fields,
        CancellationToken cancellation
    );
}

/// <summary>Names one item.</summary>
/// <param name="Value">An id or a slug.</param>
/// <param name="IsId">Which of the two.</param>
internal readonly record struct ContentKey(string Value, bool IsId);

/// <summary>A page of items.</summary>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Items">What writes each of them, made as it is asked for: a page may be long.</param>
internal sealed record ContentPage(long Total, IAsyncEnumerable<Action<Utf8JsonWriter>> Items);
