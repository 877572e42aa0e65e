using KapFunctions.Content.Problems;
using KapFunctions.Content.Settings;
using KapFunctions.Editor.Posts;
using KapFunctions.Editor.Reports;
using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Files;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;

namespace KapFunctions.Editor.Files;

/// <summary>What became of a file that an editor wrote.</summary>
/// <param name="Path">The file.</param>
/// <param name="Etag">The version that was written, quoted; the next write names it. Null after a deletion.</param>
/// <param name="Post">How its post or page stands now; null for other files, and while the index is being loaded.</param>
/// <param name="Problems">What to mend in it.</param>
public sealed record EditedFile(string Path, string? Etag, PostSummary? Post, IReadOnlyList<Problem> Problems);

/// <summary>Looks at what an editor wrote at once, so that it is live when the answer comes.</summary>
public sealed class EditedFiles(Publisher publisher, ReadModel model, ProblemReports reports, PublicUrls urls)
{
    /// <summary>A file was written; a host that finds out by listings what is gone would not know of it before the next one.</summary>
    public event Action<string>? Written;

    /// <summary>Publishes the file and tells how it stands.</summary>
    public async Task<EditedFile> LookAtAsync(string path, string? etag, CancellationToken cancellation)
    {
        if (etag is not null)
        {
            Written?.Invoke(path);
        }

        await publisher.LookAtAsync(path, LookReason.Changed, cancellation);
        await model.RefreshAsync(cancellation);
        if (!model.IsReady)
        {
            return new(path, etag, Post: null, []);
        }

        using var view = model.Read();
        if (path == SiteSettings.Path)
        {
            return new(path, etag, Post: null, (await reports.OfAsync(view.Site, cancellation)).Problems);
        }

        return view.SourceAt(path) is { } row
            ? new(
                path,
                etag,
                PostSummary.Of(row, urls.Of(view), view.Now),
                (await reports.OfAsync(row, cancellation)).Problems
            )
            : new(path, etag, Post: null, []);
    }
}
