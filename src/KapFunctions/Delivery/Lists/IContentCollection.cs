using System.Text.Json;
using KapFunctions.Content.Settings;
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

    /// <summary>What <c>fields</c> may name on the site.</summary>
    IEnumerable<string> FieldNames(SiteSettings site);

    Shapes.FieldSelection Select(RequestedFields requested);

    NqlResult ParseFilter(View view, string filter);

    ValueTask<ContentPage> BrowseAsync(View view, ContentQuery query, CancellationToken cancellation);

    /// <summary>One item, as what writes it; null where there is none that readers see.</summary>
    ValueTask<Action<Utf8JsonWriter>?> FindAsync(
        View view,
        ContentKey key,
        Shapes.FieldSelection fields,
        CancellationToken cancellation
    );
}

/// <summary>An id or a slug.</summary>
internal readonly record struct ContentKey(string Value, bool IsId);

/// <summary>A page of items, made as they are asked for; <c>Total</c> counts all pages.</summary>
internal sealed record ContentPage(long Total, IAsyncEnumerable<Action<Utf8JsonWriter>> Items);
