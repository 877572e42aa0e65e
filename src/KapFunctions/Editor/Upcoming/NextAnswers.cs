using System.Text.Json.Serialization;
using KapFunctions.Content.Problems;
using KapFunctions.Editor.Files;

namespace KapFunctions.Editor.Upcoming;

/// <summary>A version of a text.</summary>
internal sealed record VersionText(string Etag, string Markdown);

/// <summary>A next version in the list. <c>Base</c> is the live version that it was made from: empty for a new file, null where nobody
/// knows.</summary>
internal sealed record NextSummary(
    string Path,
    string Etag,
    string? Base,
    long Size,
    DateTimeOffset ModifiedAt,
    string? By
);

internal sealed record NextList(IReadOnlyList<NextSummary> Files);

/// <summary>A next version beside the live one, which is null where there is none. <c>Outdated</c> says that the live one is another than it
/// was made from: both are to be looked at before one of them goes.</summary>
internal sealed record NextDetails(string Path, VersionText Next, string? Base, VersionText? Live, bool Outdated);

/// <summary>A next version as it was written, and what publishing it would tell.</summary>
internal sealed record NextWritten(string Path, string Etag, string? Base, IReadOnlyList<Problem> Problems);

/// <summary>Which next version to put live. <c>Over</c> is the live version that is given up by somebody who has seen it, empty for
/// none; without it the one that the next version was made from.</summary>
internal sealed record PublishRequest(string? Path, string? Etag, string? Over);

/// <summary>Nothing was written: both texts as they stand, null where there is none.</summary>
internal sealed record NextConflict(string Path, VersionText? Next, string? Base, VersionText? Live);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(NextList))]
[JsonSerializable(typeof(NextDetails))]
[JsonSerializable(typeof(NextWritten))]
[JsonSerializable(typeof(NextConflict))]
[JsonSerializable(typeof(NextDifference))]
[JsonSerializable(typeof(PublishRequest))]
[JsonSerializable(typeof(EditedFile))]
internal sealed partial class NextJson : JsonSerializerContext;
