using KapFunctions.Content.Settings;

namespace KapFunctions.Delivery.Feeds;

/// <summary>A feed before it has a format. All addresses are absolute; an empty feed has no <c>Updated</c>.</summary>
internal sealed record Feed(
    string Title,
    string Description,
    string Language,
    string Home,
    string Self,
    string? Icon,
    DateTimeOffset? Updated,
    IReadOnlyList<FeedEntry> Entries
);

/// <summary>A post in a feed. <c>Id</c> never changes, whatever becomes of the post's address; <c>FormerId</c> is that of an
/// earlier site's feed, under which subscribers have it already.</summary>
internal sealed record FeedEntry(
    string Id,
    string? FormerId,
    string Url,
    string Title,
    string Summary,
    string Html,
    DateTimeOffset Published,
    DateTimeOffset Updated,
    FeedPicture? Picture,
    IReadOnlyList<Author> Authors,
    IReadOnlyList<string> Tags,
    FeedAudio? Audio
);

/// <summary>What stands for a post; <c>MediaType</c> is null where its name does not tell.</summary>
internal sealed record FeedPicture(string Url, string? MediaType, string? Alt);

/// <summary>A recording; <c>Size</c> is in bytes, null where nobody knows it.</summary>
internal sealed record FeedAudio(string Url, string MediaType, long? Size);
