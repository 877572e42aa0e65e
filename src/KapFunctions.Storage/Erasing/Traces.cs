using KapFunctions.Content.Sources;
using KapFunctions.Storage.Index;

namespace KapFunctions.Storage.Erasing;

/// <summary>By what everything that came of one file is found again. It holds names and hashes, no text, and is kept while an
/// erasure is under way, so that one which was cut off can be finished though the file is gone.</summary>
/// <param name="Hashes">The first 32 hex digits of the SHA-256 of each of its versions, and of what was served of it: names of smaller forms hold them.</param>
internal sealed record Traces(
    string Path,
    IReadOnlyList<string> Blobs,
    IReadOnlyList<string> Hashes,
    IReadOnlyList<string> Ids,
    IReadOnlyList<string> OtherPaths
)
{
    internal const int HashDigits = 32;

    internal static Traces None(string path) => new(path, [], [], [], []);

    internal Traces With(Traces other) =>
        new(
            Path,
            [.. Blobs.Union(other.Blobs)],
            [.. Hashes.Union(other.Hashes)],
            [.. Ids.Union(other.Ids)],
            [.. OtherPaths.Union(other.OtherPaths)]
        );

    internal static Traces Of(IndexRow row) =>
        row switch
        {
            PostRow post => None(post.Path) with { Blobs = Named(post.Body, post.Good, post.Report), Ids = [post.Id] },
            ThemeRow theme => None(theme.Path) with { Blobs = Named(theme.Good, theme.Report) },
            MediaRow media => None(media.Path) with
            {
                Blobs = Named(media.Copy, media.Report),
                Hashes = Named(media.Version),
            },
            RedirectsRow redirects => None(ContentPaths.Redirects) with { Blobs = Named(redirects.Report) },
            SiteRow site => None("") with { Blobs = Named(site.Report) },
            _ => None(""),
        };

    private static IReadOnlyList<string> Named(params string?[] names) => [.. names.OfType<string>()];
}
