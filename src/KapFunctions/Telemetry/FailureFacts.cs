using System.Net.Http;
using System.Net.Sockets;
using Azure;

namespace KapFunctions.Telemetry;

/// <summary>Kinds, codes and places of a failure go into logs, and no message: those quote a reader's search, an
/// address with its key, a signature that storage refused.</summary>
internal static class FailureFacts
{
    private const int MaxCauses = 8;

    public static string Of(Exception failure) =>
        string.Join(" < ", CausesOf(failure).Take(MaxCauses).Select(cause => cause.GetType().Name + CodeOf(cause)));

    public static string WithPlaces(Exception failure) => $"{Of(failure)}\n{PlacesOf(failure)}";

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
