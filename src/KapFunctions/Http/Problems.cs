using Microsoft.AspNetCore.Http;

namespace KapFunctions.Http;

/// <summary>
/// Every problem document the API answers with (RFC 9457), in one catalogue. The <c>type</c> URNs never change:
/// clients may rely on them.
/// </summary>
public static partial class Problems
{
    private const string Urn = "urn:kapfunctions:problem:";

    /// <summary>No visible post has the slug.</summary>
    public static IResult PostNotFound(string slug) =>
        Of(404, "post-not-found", "Post not found", $"No published post has the address \"{Shortened(slug)}\".");

    /// <summary>A post was there and was deleted.</summary>
    public static IResult PostGone(string slug) =>
        Of(410, "post-gone", "Post gone", $"The post at \"{Shortened(slug)}\" was deleted.");

    /// <summary>A query parameter cannot be read.</summary>
    public static IResult InvalidParameter(string name, string expectation) =>
        Of(400, "invalid-parameter", "Invalid parameter", $"The parameter \"{name}\" {expectation}");

    /// <summary>A cursor of a log that is no more, or that has gone on too far since.</summary>
    public static IResult CursorGone(string start) =>
        Of(
            410,
            "cursor-gone",
            "Cursor gone",
            $"The changes after this cursor are not kept any more. Read the site anew, then go on from since={start}"
        );

    /// <summary>The instance has not yet loaded the index.</summary>
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

    /// <summary>Something that should not happen did.</summary>
    public static IResult Unexpected() =>
        Of(500, "unexpected", "Unexpected error", "Something went wrong here. The log of the server says what.");

    private static ProblemResult Of(int status, string type, string title, string detail) =>
        new(status, Urn + type, title, detail);

    /// <summary>A caller's text is repeated only as far as it helps.</summary>
    private static string Shortened(string text) => text.Length <= 100 ? text : string.Concat(text.AsSpan(0, 100), "…");
}
