using KapFunctions.Content.Problems;
using KapFunctions.Content.Text;
using KapFunctions.Storage.Index;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Publishing.Posts;

/// <summary>What an operator, or somebody at the start-up screen, reads of a publish.</summary>
internal static partial class PublishingLog
{
    public static void Report(
        ILogger log,
        PostRow? before,
        PostRow row,
        IReadOnlyList<Problem> problems,
        TimeSpan elapsed,
        DateTimeOffset now
    )
    {
        if (row.Withdrawn && before is not { Withdrawn: true })
        {
            Withdrew(log, row.Path);
        }

        if (row.WantedSlug is { } wanted)
        {
            SlugTaken(log, row.Path, wanted);
        }
        else if (row is { Errors: 0, Metadata: { } metadata })
        {
            Published(log, StateOf(row, now), row.Path, metadata.Slug, elapsed.TotalMilliseconds);
        }

        foreach (var problem in problems)
        {
            Problem(log, problem.File, problem.Line, problem.Column, problem.Severity, problem.Message);
        }
    }

    private static string StateOf(PostRow row, DateTimeOffset now) =>
        row.State != PostState.Published || row.IsVisible(now) ? row.State.ToString()
        : row.PublishedAt > now ? "Scheduled"
        : "Expired";

    [LoggerMessage(Level = LogLevel.Information, Message = "{State} {Path} at /{Slug} in {Milliseconds:0} ms")]
    private static partial void Published(ILogger log, string state, string path, string slug, double milliseconds);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Took {Path} down, though its file is unchanged: by the rules or settings of today it is kept back"
    )]
    private static partial void Withdrew(ILogger log, string path);

    [LoggerMessage(Level = LogLevel.Information, Message = "Problem {Path}: another file holds the address /{Slug}")]
    private static partial void SlugTaken(ILogger log, string path, string slug);

    [LoggerMessage(Level = LogLevel.Information, Message = "Problem {Path}:{Line}:{Column} {Severity}: {Message}")]
    private static partial void Problem(
        ILogger log,
        string path,
        int line,
        int column,
        Severity severity,
        string message
    );
}
