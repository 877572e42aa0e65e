using KapFunctions.Content.Sources;
using KapFunctions.Editor.Files;
using KapFunctions.Http;
using KapFunctions.Storage.Files;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Upcoming;

/// <summary>The post or page whose next version is meant.</summary>
internal static class NextPath
{
    public static (string Path, IResult? Problem) Of(HttpRequest request) =>
        request.Query["path"] is [{ Length: > 0 } path] ? Of(path) : Of("");

    public static (string Path, IResult? Problem) Of(string path)
    {
        var (editable, problem) = EditablePath.Of(path);
        return
            problem is null
            && editable.Kind is ContentKind.Post or ContentKind.Page
            && SourcePath.IsAddressable(NextPaths.Of(path))
            ? (path, null)
            : (path, problem ?? Problems.InvalidParameter("path", "must name a Markdown file below posts/ or pages/."));
    }
}
