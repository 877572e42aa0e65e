using KapFunctions.Content;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;
using KapFunctions.Http;
using KapFunctions.Storage.Files;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Files;

/// <summary>A path that editors may read and write: the layout of the content container, nothing else.</summary>
internal readonly record struct EditablePath(string Path, ContentKind Kind)
{
    public const int MaxMediaBytes = MediaStore.MaxBytes;

    public int MaxBytes => Kind == ContentKind.Media ? MaxMediaBytes : PostRenderer.MaxSourceBytes;

    public string ContentType => ContentTypes.Of(Path);

    public static (EditablePath Path, IResult? Problem) Of(HttpRequest request) =>
        request.Query["path"] is [{ Length: > 0 } path]
            ? Of(path)
            : (default, Problems.InvalidParameter("path", "must name one file."));

    public static (EditablePath Path, IResult? Problem) Of(string path)
    {
        var kind = SourcePath.IsAddressable(path) ? ContentPaths.KindOf(path) : ContentKind.Other;
        return kind == ContentKind.Other ? (default, Problems.PathInvalid(path)) : (new(path, kind), null);
    }
}
