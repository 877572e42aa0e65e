using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Tests.Functions;

public sealed class HttpFunctions(Recorder recorder)
{
    [Function("Greet")]
    public IResult Greet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "greet/{name}")] HttpRequest request,
        string name
    ) => Results.Text($"{request.Method} {name}");

    [Function("Double")]
    public async Task<IResult> DoubleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "double/{number:int}")] HttpRequest request,
        int number
    )
    {
        await Task.Yield();
        return Results.Text($"{number * 2}");
    }

    [Function("Quick")]
    public ValueTask<IResult> Quick(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "quick")] HttpRequest request
    ) => ValueTask.FromResult(Results.NoContent());

    [Function("Editors")]
    public IResult Editors(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "editors")] HttpRequest request
    ) => Results.Ok();

    [Function("Admins")]
    public IResult Admins(
        [HttpTrigger(AuthorizationLevel.Admin, "get", "head", Route = "admins")] HttpRequest request
    ) => Results.Ok();

    [Function("Slow")]
    public async Task<IResult> SlowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "slow")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        recorder.Add("slow", "begun");
        await recorder.NextAsync("slow may end").WaitAsync(cancellation);
        return Results.Text("done");
    }

    [Function("Fails")]
    public IResult Fails(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "fails")] HttpRequest request
    ) => throw new InvalidOperationException("on purpose");

    [Function("zzEverythingElse")]
    public IResult Rest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "pages/{*path}")]
            HttpRequest request,
        string? path
    ) => Results.Text($"page '{path}'");
}
