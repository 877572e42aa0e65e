using KapFunctions.Content;
using KapFunctions.Content.Problems;
using KapFunctions.Content.Sources;
using KapFunctions.Http;
using KapFunctions.Storage.Files;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Files;

/// <summary>A path that editors may read and write: the layout of the content container, and nothing else in it.</summary>
/// <param name="Path">The path.</param>
/// <param name="Kind">What stands there.</param>
public readonly record struct EditablePath(string Path, ContentKind Kind)
{
    /// <summary>The most that a picture or recording may have, in bytes.</summary>
    public const int MaxMediaBytes = MediaStore.MaxBytes;

    /// <summary>The most that a file here may have, in bytes.</summary>
    public int MaxBytes => Kind == ContentKind.Media ? MaxMediaBytes : PostRenderer.MaxSourceBytes;

    /// <summary>The media type that its name stands for.</summary>
    public string ContentType => ContentTypes.Of(Path);

    /// <summary>The path in the query of a request, or what is wrong with it.</summary>
    public static (EditablePath Path, IResult? Problem) Of(HttpRequest request) =>
        request.Query["path"] is [{ Length: > 0 } path]
            ? Of(path)
            : (default, Problems.InvalidParameter("path", "must name one file."));

    /// <summary>The path, or what is wrong with it.</summary>
    public static (EditablePath Path, IResult? Problem) Of(string path)
    {
        var kind = SourcePath.IsAddressable(path) ? ContentPaths.KindOf(path) : ContentKind.Other;
        return kind == ContentKind.Other ? (default, Problems.PathInvalid(path)) : (new(path, kind), null);
    }
}
