using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Standalone.Tests.Rules;

/// <summary>At least one function for each rule that can be broken.</summary>
internal sealed class BrokenFunctions
{
    [Function("Twice")]
    public IResult Twice([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "twice")] HttpRequest request) =>
        Results.Ok();

    [Function("Twice")]
    public IResult Again([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "twice")] HttpRequest request) =>
        Results.Ok();

    [Function("GetOnly")]
    public IResult GetOnly(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "get-only")] HttpRequest request
    ) => Results.Ok();

    [Function("Nothing")]
    public IResult Nothing([HttpTrigger(AuthorizationLevel.Anonymous, Route = "nothing")] HttpRequest request) =>
        Results.Ok();

    [Function("SystemOnly")]
    public IResult SystemOnly([HttpTrigger(AuthorizationLevel.System, "post", Route = "system")] HttpRequest request) =>
        Results.Ok();

    [Function("Keeper")]
    public IResult Keeper(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "admin/keep")] HttpRequest request
    ) => Results.Ok();

    [Function("Home")]
    public IResult Home([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "/")] HttpRequest request) =>
        Results.Ok();

    [Function("Text")]
    public string Text([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "text")] HttpRequest request) => "";

    [Function("BindsNothing")]
    public IResult BindsNothing(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "binds/{slug}")] HttpRequest request,
        string slag
    ) => Results.Ok();

    [Function("LooseNumber")]
    public IResult LooseNumber(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "loose/{page}")] HttpRequest request,
        int page
    ) => Results.Ok();

    [Function("SlugPage")]
    public IResult SlugPage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "by/{slug}")] HttpRequest request,
        string slug
    ) => Results.Ok();

    [Function("SlugFeed")]
    public IResult SlugFeed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "POST", Route = "by/feed")] HttpRequest request
    ) => Results.Ok();

    [Function("All")]
    public IResult All([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "{*rest}")] HttpRequest request) =>
        Results.Ok();

    [Function("zzAll")]
    public IResult Rest([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "{*path}")] HttpRequest request) =>
        Results.Ok();

    [Function("BlobOfFew")]
    public Task BlobOfFewAsync(
        [BlobTrigger("content/posts/{name}", Connection = "Other")] BlobClient blob,
        string name
    ) => Task.CompletedTask;

    [Function("QueueElsewhere")]
    public Task<int> QueueElsewhereAsync([QueueTrigger("orders")] int message) => Task.FromResult(message);

    [Function("Never")]
    public void Never([TimerTrigger("*/5 * * * *")] TimerInfo timer) { }
}
