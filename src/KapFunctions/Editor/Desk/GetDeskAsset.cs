using KapFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Editor.Desk;

/// <summary>GET /desk/assets/{name}: the desk's scripts and styles.</summary>
public sealed class GetDeskAsset(DeskFiles files)
{
    /// <summary>Answers with a file whose name is made of its content, so browsers keep it for good.</summary>
    [Function(nameof(GetDeskAsset))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "desk/assets/{name}")] HttpRequest request,
        string name
    ) => files.Find(name) is { } file ? new AnswerResult(file, Lifetime.Immutable) : Problems.DeskFileNotFound(name);
}
