using KapFunctions.Content.Redirects;
using KapFunctions.Content.Settings;
using KapFunctions.Editor.Posts;
using KapFunctions.Editor.Reports;
using KapFunctions.Http.SignIn;
using KapFunctions.Publishing.Commits;
using KapFunctions.Publishing.Files;
using KapFunctions.Query.Replicas;
using KapFunctions.Reading;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Editor.Files;

/// <summary>Looks at what an editor wrote at once, so that it is live when the answer comes.</summary>
public sealed class EditPublisher(
    Publisher publisher,
    ReadModel model,
    ProblemReports reports,
    PublicUrls urls,
    ILogger<EditPublisher> log
)
{
    /// <summary>A host that finds out by listings what is gone hears of a written file at once.</summary>
    public event Action<string>? Written;

    /// <param name="etag">The version that was written; null where it was deleted.</param>
    internal async Task<EditedFile> LookAtAsync(
        string path,
        string? etag,
        Person person,
        CancellationToken cancellation
    )
    {
        if (etag is not null)
        {
            Written?.Invoke(path);
        }

        await publisher.LookAtAsync(
            path,
            etag is null ? LookReason.DeletedBy(person.Name) : LookReason.Changed,
            cancellation
        );
        try
        {
            return await ReadAsync(path, etag, cancellation);
        }
        catch (Exception failure) when (failure is IOException or SqliteException)
        {
            // What was saved stays so, though this instance has no room to read what became of it.
            log.LogWarning(failure, "{Path} is saved; what became of it cannot be read here now", path);
            return new(path, etag, Post: null, []);
        }
    }

    private async Task<EditedFile> ReadAsync(string path, string? etag, CancellationToken cancellation)
    {
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

        if (path == RedirectsParser.Path)
        {
            var found = view.Redirects() is { } redirects ? await reports.OfAsync(view, redirects, cancellation) : null;
            return new(path, etag, Post: null, found?.Problems ?? []);
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
