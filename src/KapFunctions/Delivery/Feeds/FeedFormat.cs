using KapFunctions.Http;

namespace KapFunctions.Delivery.Feeds;

/// <summary>A way of writing feeds, and the file name under which they stand.</summary>
internal sealed record FeedFormat(string FileName, Func<Feed, Answer> Write)
{
    private static readonly FeedFormat[] All =
    [
        new("rss.xml", SyndicationAnswers.Rss),
        new("atom.xml", SyndicationAnswers.Atom),
        new("feed.json", JsonFeed.Of),
    ];

    public static FeedFormat? Find(string fileName) => Array.Find(All, format => format.FileName == fileName);
}
