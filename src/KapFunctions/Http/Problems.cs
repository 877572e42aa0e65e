using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>Every problem document the API answers with (RFC 9457), in one catalogue. The <c>type</c> URNs never
/// change: clients may rely on them.</summary>
internal static partial class Problems
{
    private const string Urn = "urn:kapfunctions:problem:";

    public static IResult PostNotFound(string slug) =>
        Of(404, "post-not-found", "Post not found", $"No published post has the address \"{Shortened(slug)}\".");

    public static IResult PostGone(string slug) =>
        Of(410, "post-gone", "Post gone", $"The post at \"{Shortened(slug)}\" was deleted.");

    public static IResult InvalidParameter(string name, string expectation) =>
        Of(400, "invalid-parameter", "Invalid parameter", $"The parameter \"{name}\" {expectation}");

    public static IResult InvalidBody(string detail) =>
        Of(400, "invalid-body", "Invalid body", $"The body of the request cannot be read. {detail}");

    public static IResult TooLarge(int maxBytes) =>
        Of(413, "too-large", "Too large", $"At most {maxBytes >> 20} MiB are taken.");

    public static IResult SourceNotFound(string path) =>
        Of(404, "source-not-found", "File not found", $"The content container has no file \"{Shortened(path)}\".");

    public static IResult PreviewNotFound() =>
        Of(404, "preview-not-found", "Preview not found", "This preview link is not valid, or has ended.");

    public static IResult PreviewOutdated() =>
        Of(
            410,
            "preview-outdated",
            "Preview outdated",
            "The file has changed or gone since this preview link was made. Ask for a new link."
        );

    public static IResult PreviewBroken() =>
        Of(
            422,
            "preview-broken",
            "Preview broken",
            "The file has errors that keep it from being shown; /api/editor/problems says which."
        );

    public static IResult ReviewRefused(string why) => Of(422, "review-refused", "Review not recorded", why);

    public static IResult PreviewNotConfigured() =>
        Of(
            501,
            "preview-not-configured",
            "Preview links are not set up",
            "Set Preview__Keys to id:base64 of at least 32 random bytes, and start again."
        );

    public static IResult DeliveryNotFound() =>
        Of(
            404,
            "delivery-not-found",
            "Delivery not found",
            "No failed delivery has this id; it may be on its way again."
        );

    /// <summary>A cursor of a log that is no more, or that has gone on too far since.</summary>
    public static IResult CursorGone(string start) =>
        Of(
            410,
            "cursor-gone",
            "Cursor gone",
            $"The changes after this cursor are not kept any more. Read the site anew, then go on from since={start}"
        );

    public static IResult NoRoute() => Of(404, "not-found", "Not found", "There is nothing at this address.");

    public static IResult MediaNotFound(string path) =>
        Of(
            404,
            "media-not-found",
            "File not found",
            $"There is no picture, recording or document \"{Shortened(path)}\"."
        );

    public static IResult PictureUnreadable(string path) =>
        Of(
            422,
            "picture-unreadable",
            "Picture unreadable",
            $"\"{Shortened(path)}\" cannot be read here, so it is kept back: what its camera wrote into it could not be taken out."
        );

    public static IResult FeedNotFound() =>
        Of(404, "feed-not-found", "Feed not found", "There is no feed or list at this address.");

    /// <summary>The texts of posts are not all read yet.</summary>
    public static IResult SearchNotReady() =>
        Of(503, "search-not-ready", "Search not ready", "The search is being prepared. Try again in a few seconds.");

    internal static IResult Of(ContentError error) =>
        error switch
        {
            ContentError.Filter(var nql) => Of(
                400,
                "invalid-filter",
                "Invalid filter",
                $"The filter cannot be read at character {nql.At}. {nql.Message}"
            ),
            ContentError.Malformed(var parameter, var expectation) => InvalidParameter(parameter, expectation),
            _ => Unexpected(),
        };

    public static IResult ItemNotFound(string kind, string slug) =>
        Of(
            404,
            $"{kind.ToLowerInvariant()}-not-found",
            $"{kind} not found",
            $"No {kind.ToLowerInvariant()} of a published post has the address \"{Shortened(slug)}\"."
        );

    public static IResult NotReady() =>
        Of(503, "not-ready", "Not ready", "This instance is still loading the index. Try again in a few seconds.");

    /// <summary>Storage did not answer, or a body is missing and being repaired.</summary>
    public static IResult StorageUnavailable() =>
        Of(
            503,
            "storage-unavailable",
            "Storage unavailable",
            "The content store did not answer. Try again in a few seconds."
        );

    /// <summary>Long answers have filled the room that they have on disk.</summary>
    public static IResult TooBusy() =>
        Of(
            503,
            "too-busy",
            "Too busy",
            "Too many long lists are being read at once. Ask again in a few seconds, or for fewer posts at a time."
        );

    /// <summary>The temporary folder is full, or what was kept there is damaged and is being made anew.</summary>
    public static IResult NoRoom() =>
        Of(503, "no-room", "No room", "This instance has no room for what it was asked. Try again in a few seconds.");

    public static IResult Unexpected() =>
        Of(500, "unexpected", "Unexpected error", "Something went wrong here. The log of the server says what.");

    private static ProblemResult Of(int status, string type, string title, string detail) =>
        new(status, Urn + type, title, detail);

    // A caller's text is repeated only as far as it helps.
    private static string Shortened(string text) => text.Length <= 100 ? text : string.Concat(text.AsSpan(0, 100), "…");
}
