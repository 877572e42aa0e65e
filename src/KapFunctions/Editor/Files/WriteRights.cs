using KapFunctions.Content;
using KapFunctions.Content.Posts;
using KapFunctions.Content.Sources;
using KapFunctions.Http;
using KapFunctions.Http.SignIn;
using KapFunctions.Publishing.Posts;
using KapFunctions.Reading;
using KapFunctions.Storage.Files;
using KapFunctions.Storage.Keys;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Editor.Files;

/// <summary>Which files who may write. An author's change must leave readers with what they see: a draft that is new, or takes the place of
/// a draft. Both are judged by what publishing would make of them, and the one that stands there by the very version that is replaced.</summary>
public sealed class WriteRights(ContentStore content, RenderLimiter limiter, Freshness freshness)
{
    /// <summary>Null where the file may be replaced by anything, or taken away.</summary>
    internal static IResult? RefusalOf(Person person, EditablePath path) => person.Refusal(LeastRole(path));

    /// <summary>Null where nobody stands there whose file it would replace, or the person may replace it.</summary>
    internal static IResult? RefusalOfMedia(Person person, string? replaced) =>
        replaced is null ? null : person.Refusal(Role.Editor);

    /// <summary>Null where the text may take the place of the version <paramref name="replaced"/>, null for none.</summary>
    internal async Task<IResult?> RefusalAsync(
        Person person,
        EditablePath path,
        byte[] text,
        string? replaced,
        CancellationToken cancellation
    )
    {
        var refusal = RefusalOf(person, path);
        if (refusal is null || path.Kind is not (ContentKind.Post or ContentKind.Page))
        {
            return refusal;
        }

        return await IsDraftAsync(new(path.Path, text), cancellation) switch
        {
            null => Problems.NotReady(),
            true when await ReplacesNoneButDraftAsync(path.Path, replaced, cancellation) => null,
            _ => Problems.DraftRequired(),
        };
    }

    private static Role LeastRole(EditablePath path) =>
        path.Kind is ContentKind.Site or ContentKind.Theme ? Role.Owner : Role.Editor;

    // Where another version stands there, the write comes to nothing, and says so better.
    private async Task<bool> ReplacesNoneButDraftAsync(string path, string? replaced, CancellationToken cancellation) =>
        replaced is null
        || (await content.LookAsync(path, knownETag: null, cancellation)).Found is not { } there
        || there.ETag.Trim('"') != replaced.Trim('"')
        || (there.Refusal is null && await IsDraftAsync(there.File, cancellation) == true);

    /// <summary>Null while there are no settings to read it with.</summary>
    private async Task<bool?> IsDraftAsync(SourceFile file, CancellationToken cancellation)
    {
        using var view = await freshness.ReadAsync(cancellation);
        return view is null
            ? null
            : await limiter.RenderAsync(file, view.Site.Settings.Rendering, cancellation)
                is { Post.Metadata.Draft: true }
                    or { Post: null, Withdraws: true };
    }
}
