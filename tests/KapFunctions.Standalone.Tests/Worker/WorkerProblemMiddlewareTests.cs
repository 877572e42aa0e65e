using System.Text;
using KapFunctions.Azure;
using KapFunctions.Http;
using KapFunctions.Http.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace KapFunctions.Standalone.Tests.Worker;

/// <summary>What stands before every function in Azure.</summary>
public sealed class WorkerProblemMiddlewareTests
{
    private readonly DefaultHttpContext http = new()
    {
        Request = { Path = "/api/posts", Method = "GET" },
        Response = { Body = new MemoryStream() },
        RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(),
    };

    public WorkerProblemMiddlewareTests() =>
        http.Features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature());

    private string Body => Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());

    [Fact]
    public async Task A_function_that_throws_is_answered_with_a_problem_document_without_detail()
    {
        await Middleware(signIn: false)
            .Invoke(new WorkerCall(http), _ => throw new InvalidOperationException("s3cret"));

        Assert.Equal(500, http.Response.StatusCode);
        Assert.Equal("application/problem+json", http.Response.ContentType);
        Assert.DoesNotContain("s3cret", Body);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_made_is_one_too()
    {
        await Middleware(signIn: false).Invoke(new WorkerCall(http), call => Answer(call, new Broken()));

        Assert.Equal(503, http.Response.StatusCode);
        Assert.Equal("application/problem+json", http.Response.ContentType);
    }

    [Fact]
    public async Task An_answer_is_sent_once_and_the_host_is_told_nothing_of_it()
    {
        var call = new WorkerCall(http);

        await Middleware(signIn: false).Invoke(call, inner => Answer(inner, Results.Text("Hello")));

        Assert.Equal((200, "Hello"), (http.Response.StatusCode, Body));
        Assert.Null(call.GetInvocationResult().Value);
    }

    [Fact]
    public async Task Who_has_not_signed_in_does_not_reach_the_function()
    {
        http.Request.Path = "/api/editor/problems";

        await Middleware(signIn: true)
            .Invoke(new WorkerCall(http), _ => throw new InvalidOperationException("was called"));

        Assert.Equal(401, http.Response.StatusCode);
        Assert.Contains("not-signed-in", Body);
    }

    [Fact]
    public async Task A_failure_without_a_request_is_left_to_the_host() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Middleware(signIn: true).Invoke(new WorkerCall(http: null), _ => throw new InvalidOperationException())
        );

    internal static WorkerProblemMiddleware Middleware(bool signIn) =>
        new(Manners(), Gate(signIn), NullLogger<WorkerProblemMiddleware>.Instance);

    internal static HttpManners Manners() => new(new Cors(new(Origins: null)), new(Url: null));

    /// <summary>It asks for no key of these tests.</summary>
    internal static EditorGate Gate(bool signIn) =>
        new(
            signIn ? new("tenant", "client", PlatformSignsIn: true) : new(null, null, false),
            keys: null!,
            wrong: null!,
            EditorAccess.Table
        );

    private static Task Answer(FunctionContext call, IResult answer)
    {
        call.GetInvocationResult().Value = answer;
        return Task.CompletedTask;
    }

    private sealed class Broken : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new TimeoutException("Storage is slow.");
    }
}
