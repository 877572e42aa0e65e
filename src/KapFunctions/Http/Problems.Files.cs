using KapFunctions.Content.Problems;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>What goes wrong with files that editors write.</summary>
internal static partial class Problems
{
    public static IResult PathInvalid(string path) =>
        Of(
            400,
            "path-invalid",
            "Path not allowed",
            $"\"{Shortened(path)}\" is no place for a file. Posts and pages are Markdown files below posts/ and pages/, "
                + "other files stand below media/ or theme/, the settings in site.yaml, and old addresses in redirects.yaml. Names hold no backslash, no "
                + "control character, no empty folder and no dot folder."
        );

    public static IResult FileNotFound(string path) =>
        Of(404, "file-not-found", "File not found", $"There is no \"{Shortened(path)}\", or not in that version.");

    /// <summary>The desk has no such file; most often a page of an older build asks.</summary>
    public static IResult DeskFileNotFound(string name) =>
        Of(
            404,
            "desk-file-not-found",
            "File not found",
            $"The desk has no \"{Shortened(name)}\". Load its page again."
        );

    public static IResult VersionRequired() =>
        Of(
            428,
            "version-required",
            "Version required",
            "Say which version this replaces: If-Match with its ETag, or If-None-Match: * for a new file."
        );

    public static IResult LengthRequired() =>
        Of(411, "length-required", "Length required", "Send the file with its Content-Length.");

    public static IResult FileTooLarge(long bytes) =>
        Of(
            413,
            "file-too-large",
            "File too large",
            $"The file is larger than {bytes >> 20} MiB, the most for files of its kind. Pictures can be scaled down, longer texts divided."
        );

    public static IResult PictureNotFetched(string why) =>
        Of(422, "picture-not-fetched", "Picture not fetched", $"{why} Save it on your machine, and add it from there.");

    public static IResult NextBroken(string path, IReadOnlyList<Problem> problems) =>
        Of(
            422,
            "next-broken",
            "Next version broken",
            $"The next version of \"{Shortened(path)}\" cannot be put live: "
                + problems.First(one => one.Severity == Severity.Error).Message
        );

    /// <summary><paramref name="etag"/> is the version that stands there now; null where the file was
    /// deleted.</summary>
    public static IResult EditConflict(string path, string? etag) =>
        new VersionedProblem(
            Of(
                412,
                "edit-conflict",
                "Changed meanwhile",
                etag is null
                    ? $"\"{Shortened(path)}\" is not there any more: somebody deleted it. Nothing was written."
                    : $"Somebody else has written \"{Shortened(path)}\" meanwhile. Nothing was overwritten; the ETag names their version."
            ),
            etag
        );

    private sealed class VersionedProblem(ProblemResult problem, string? etag) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ETag = etag;
            return problem.ExecuteAsync(httpContext);
        }
    }
}
