using System.Net.Http;
using System.Net.Sockets;
using Azure;

namespace KapFunctions.Telemetry;

/// <summary>
/// What of a failure goes into logs. Messages of exceptions quote what they failed on: a reader's search, an address with
/// its key, a signature that storage refused. So kinds, codes and places in the code are told, and no message.
/// </summary>
public static class FailureFacts
{
    /// <summary>How many causes are told, each behind the other.</summary>
    private const int MaxCauses = 8;

    /// <summary>The kinds of the failure and its causes with their codes, in one line.</summary>
    public static string Of(Exception failure) =>
        string.Join(" < ", CausesOf(failure).Take(MaxCauses).Select(cause => cause.GetType().Name + CodeOf(cause)));

    /// <summary>The same, and below it the places in the code.</summary>
    public static string WithPlaces(Exception failure) => $"{Of(failure)}\n{PlacesOf(failure)}";

    /// <summary>The places in the code that the failure and its causes came through.</summary>
    public static string PlacesOf(Exception failure) =>
        string.Join('\n', CausesOf(failure).Take(MaxCauses).Select(cause => cause.StackTrace).OfType<string>());

    private static IEnumerable<Exception> CausesOf(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static string CodeOf(Exception failure) =>
        failure switch
        {
            RequestFailedException storage => $" {storage.Status} {storage.ErrorCode}".TrimEnd(),
            HttpRequestException { StatusCode: { } status } => $" {(int)status}",
            HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => $" {http.HttpRequestError}",
            SocketException socket => $" {socket.SocketErrorCode}",
            _ => "",
        };
}
