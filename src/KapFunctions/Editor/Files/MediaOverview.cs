using KapFunctions.Content.Links;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Settings;
using KapFunctions.Content.Sources;
using KapFunctions.Http;
using KapFunctions.Query.Posts;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Index;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Files;

/// <summary>A file below <c>media/</c>. <c>UsedBy</c>: the posts and pages, drafts among them, whose last good version shows or
/// links to it, and <c>site.yaml</c>.</summary>
internal sealed record MediaFile(
    string Path,
    string ContentType,
    string ETag,
    long Size,
    DateTimeOffset ModifiedAt,
    IReadOnlyList<string> UsedBy
);

internal sealed record MediaFiles(IReadOnlyList<MediaFile> Files);

public sealed class MediaOverview(ContentFiles files, Freshness freshness)
{
    // Nobody looks through a longer list.
    private const int MaxListed = 5000;

    public async Task<IResult> ListAsync(CancellationToken cancellation)
    {
        var listed = await files.ListAsync("media/", MaxListed, cancellation);
        using var view = await freshness.ReadAsync(cancellation);
        var users = view is null ? new Dictionary<string, SortedSet<string>>() : UsersIn(view);
        var media = listed.Select(file => new MediaFile(
            file.Path,
            file.ContentType,
            file.ETag,
            file.Size,
            file.ModifiedAt,
            users.TryGetValue(file.Path, out var by) ? [.. by] : []
        ));
        return new DataResult<MediaFiles>(new([.. media]), FileJson.Default.MediaFiles);
    }

    private static Dictionary<string, SortedSet<string>> UsersIn(View view)
    {
        var users = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var row in view.Sources())
        {
            Note(row.Path, TargetsOf(row.Metadata));
        }

        Note(SiteSettings.Path, TargetsOf(view.Site.Settings));
        return users;

        void Note(string file, IEnumerable<string?> targets)
        {
            foreach (var path in targets.OfType<string>().SelectMany(target => MediaAt(target, view)))
            {
                if (!users.TryGetValue(path, out var by))
                {
                    users[path] = by = new(StringComparer.Ordinal);
                }

                by.Add(file);
            }
        }
    }

    private static IEnumerable<string?> TargetsOf(PostMetadata? post) =>
        post is null ? [] : [.. post.Targets, post.FeatureImage, post.Share?.OgImage, post.Share?.TwitterImage];

    private static IEnumerable<string?> TargetsOf(SiteSettings site) =>
        [
            site.Logo,
            site.Icon,
            site.CoverImage,
            .. site.Tags.Select(tag => tag.FeatureImage),
            .. site.Authors.SelectMany(author => new[] { author.ProfileImage, author.CoverImage }),
        ];

    // A name alone may be meant for any of several files: all of them count as used.
    private static IEnumerable<string> MediaAt(string target, View view) =>
        Placeholder.FileOf(target) is var (folder, name) ? view.MediaNamed(folder, name)
        : Placeholder.PathOf(target) is { } path && ContentPaths.KindOf(path) == ContentKind.Media ? [path]
        : [];
}
