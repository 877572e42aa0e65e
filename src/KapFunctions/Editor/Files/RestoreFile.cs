using System.Text.Json;
using KapFunctions.Http;
using KapFunctions.Http.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Files;

/// <summary>POST /api/editor/files/restore: makes a kept version of a file the current one, and publishes it.</summary>
public sealed class RestoreFile(FileWriting files)
{
    /// <summary>Takes <c>{"path","version","etag"}</c>.</summary>
    [Function(nameof(RestoreFile))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/editor/files/restore")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        try
        {
            var wanted = await JsonSerializer.DeserializeAsync(
                request.Body,
                FileJson.Default.RestoreRequest,
                cancellation
            );
            return wanted is { Path: not null }
                ? await files.RestoreAsync(wanted, Person.Of(request), cancellation)
                : Problems.InvalidParameter("path", "must name one file.");
        }
        catch (JsonException)
        {
            return Problems.InvalidParameter("body", "must be JSON: {\"path\", \"version\", \"etag\"}.");
        }
    }
}
