using KapFunctions.Content.Settings;

namespace KapFunctions.Delivery.Feeds;

/// <summary>A feed before it has a format. All addresses are absolute.</summary>
/// <param name="Title">The site's name, with the tag's or author's where it is of one.</param>
/// <param name="Description">One line about the site.</param>
/// <param name="Language">BCP 47 language.</param>
/// <param name="Home">The page that the feed is of.</param>
/// <param name="Self">Where the feed itself is.</param>
/// <param name="Icon">A picture of the site; null for none.</param>
/// <param name="Updated">When its newest entry last changed; null for an empty feed.</param>
/// <param name="Entries">The newest posts.</param>
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

/// <summary>A post in a feed.</summary>
/// <param name="Id">Never changes, whatever becomes of the post's address.</param>
/// <param name="Url">Where it is read.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">Its excerpt.</param>
/// <param name="Html">The whole article.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Updated">When it last changed.</param>
/// <param name="Image">Its picture; null for none.</param>
/// <param name="Authors">Who wrote it.</param>
/// <param name="Tags">Names of its tags.</param>
/// <param name="Audio">What is to be heard in it; null for nothing.</param>
internal sealed record FeedEntry(
    string Id,
    string Url,
    string Title,
    string Summary,
    string Html,
    DateTimeOffset Published,
    DateTimeOffset Updated,
    string? Image,
    IReadOnlyList<Author> Authors,
    IReadOnlyList<string> Tags,
    FeedAudio? Audio
);

/// <summary>Something to be heard.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Size">Its bytes; null where they are not known.</param>
internal sealed record FeedAudio(string Url, string MediaType, long? Size);
