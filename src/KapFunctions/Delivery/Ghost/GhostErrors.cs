using KapFunctions.Delivery.Lists;
using KapFunctions.Http;

namespace KapFunctions.Delivery.Ghost;

internal static class GhostErrors
{
    private const string Browse = "list";
    private const string Read = "read";

    public static GhostError NoKey { get; } =
        new(
            403,
            "NoPermissionError",
            "Authorization failed",
            "Unable to determine the authenticated member or integration: the address names no Content API key.",
            Help: "Add ?key= and a Content API key."
        );

    public static GhostError ManyKeys { get; } =
        new(400, "BadRequestError", "Invalid Request", Code: "INVALID_REQUEST");

    public static GhostError UnknownKey { get; } =
        new(401, "UnauthorizedError", "Unknown Content API Key", Code: "UNKNOWN_CONTENT_API_KEY");

    public static GhostError NoRoute { get; } = new(404, "NotFoundError", "Resource not found");

    public static GhostError UnreadableVersion(string served) =>
        new(
            400,
            "BadRequestError",
            "Requested version is not supported.",
            Help: $"Send {served}, or leave the header out."
        );

    /// <summary>The address is unknown, and the client wants another version of the API.</summary>
    public static GhostError OtherVersion(string wanted, string served, bool isBehind) =>
        new(
            406,
            "RequestNotAcceptableError",
            "Request could not be served, the endpoint was not found.",
            $"Provided client accept-version {wanted} is {(isBehind ? "behind" : "ahead of")} current Ghost version {served}.",
            isBehind ? "UPDATE_CLIENT" : "UPDATE_GHOST",
            isBehind ? "Try upgrading your Ghost API client." : "Try upgrading your Ghost install."
        );

    public static GhostError NoOffer { get; } =
        new(404, "NotFoundError", "Resource not found error, cannot read offer.", "Offer not found.");

    public static GhostError NotFound(IContentCollection collection) =>
        new(
            404,
            "NotFoundError",
            $"Resource not found error, cannot read {collection.Singular.ToLowerInvariant()}.",
            $"{collection.Singular} not found."
        );

    public static GhostError Of(ContentError error, IContentCollection collection) =>
        error switch
        {
            ContentError.Filter(var nql) => new(
                400,
                "BadRequestError",
                $"Request not understood error, cannot list {collection.Name}.",
                "Error parsing filter",
                Help: $"At character {nql.At}: {nql.Message}"
            ),
            ContentError.Malformed(var parameter, _) => Invalid(Browse, collection.Name, parameter),
            _ => throw new ArgumentOutOfRangeException(nameof(error)),
        };

    /// <summary>The item is named by something that is no id, or its fields are no list.</summary>
    public static GhostError InvalidRead(IContentCollection collection, string parameter) =>
        Invalid(Read, collection.Singular.ToLowerInvariant(), parameter);

    public static GhostError Of(ProblemResult problem) =>
        new(
            problem.Status,
            problem.Status switch
            {
                503 => "MaintenanceError",
                >= 500 => "InternalServerError",
                _ => "BadRequestError",
            },
            problem.Title,
            problem.Detail
        );

    private static GhostError Invalid(string verb, string what, string parameter) =>
        new(
            422,
            "ValidationError",
            $"Validation error, cannot {verb} {what}.",
            $"Validation ({(parameter == "formats" ? "AllowedValues" : "Matches")}) failed for {parameter}"
        );
}
