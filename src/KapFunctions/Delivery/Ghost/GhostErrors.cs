using KapFunctions.Delivery.Lists;
using KapFunctions.Http;

namespace KapFunctions.Delivery.Ghost;

/// <summary>Every error of the Ghost API, in one catalogue.</summary>
internal static class GhostErrors
{
    private const string Browse = "list";
    private const string Read = "read";

    /// <summary>No key came along.</summary>
    public static GhostError NoKey { get; } =
        new(
            403,
            "NoPermissionError",
            "Authorization failed",
            "Unable to determine the integration: the address names no Content API key.",
            Help: "Add ?key= and a Content API key."
        );

    /// <summary>More than one key came along.</summary>
    public static GhostError ManyKeys { get; } =
        new(400, "BadRequestError", "The key query parameter was given more than once.", Code: "INVALID_REQUEST");

    /// <summary>The key opens nothing here.</summary>
    public static GhostError UnknownKey { get; } =
        new(401, "UnauthorizedError", "Unknown Content API Key", Code: "UNKNOWN_CONTENT_API_KEY");

    /// <summary>There is nothing at this address.</summary>
    public static GhostError NoRoute { get; } = new(404, "NotFoundError", "Resource not found");

    /// <summary>There is nothing at this address, and the client is of another time.</summary>
    public static GhostError OtherVersion(int wanted, int served) =>
        wanted < served
            ? new(
                406,
                "RequestNotAcceptableError",
                $"Request could not be served, the endpoint was not found. Provided client version v{wanted}.0 is older than what is served.",
                Code: "UPDATE_CLIENT"
            )
            : new(
                406,
                "RequestNotAcceptableError",
                $"Request could not be served, the endpoint was not found. Provided client version v{wanted}.0 is newer than what is served.",
                Code: "UPDATE_GHOST"
            );

    /// <summary>There is no such item that readers see.</summary>
    public static GhostError NotFound(IContentCollection collection) =>
        new(
            404,
            "NotFoundError",
            $"Resource not found error, cannot read {collection.Singular.ToLowerInvariant()}.",
            $"{collection.Singular} not found."
        );

    /// <summary>A list's parameters cannot be read.</summary>
    public static GhostError Of(ContentError error, IContentCollection collection) =>
        error switch
        {
            ContentError.Filter(var nql) => new(
                400,
                "BadRequestError",
                "Error parsing filter",
                $"At character {nql.At}: {nql.Message}"
            ),
            ContentError.Malformed(var parameter, _) => Invalid(Browse, collection.Name, parameter),
            _ => throw new ArgumentOutOfRangeException(nameof(error)),
        };

    /// <summary>What names the item has not the form of an id, or its fields that of a list.</summary>
    public static GhostError InvalidRead(IContentCollection collection, string parameter) =>
        Invalid(Read, collection.Singular.ToLowerInvariant(), parameter);

    /// <summary>What went wrong elsewhere, in this API's envelope.</summary>
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
            $"Validation (Matches) failed for {parameter}"
        );
}
