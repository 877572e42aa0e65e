using System.Text;
using KapFunctions.Http;
using KapFunctions.Http.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace KapFunctions.OfficialBuild.Tests;

/// <summary>What stands before every function in Azure.</summary>
public sealed class WorkerProblemMiddlewareTests
{
    private readonly Call call = new("/api/editor/problems");

    [Fact]
    public async Task A_function_that_throws_is_answered_with_a_problem_document_without_detail()
    {
        await Middleware(signIn: false).Invoke(call, _ => throw new InvalidOperationException("s3cret"));

        Assert.Equal(500, call.Http.Response.StatusCode);
        Assert.Equal("application/problem+json", call.Http.Response.ContentType);
        Assert.DoesNotContain("s3cret", call.Body);
    }

    [Fact]
    public async Task Who_has_not_signed_in_does_not_reach_the_function()
    {
        await Middleware(signIn: true).Invoke(call, _ => throw new InvalidOperationException("was called"));

        Assert.Equal(401, call.Http.Response.StatusCode);
        Assert.Contains("not-signed-in", call.Body);
    }

    [Fact]
    public async Task A_failure_without_a_request_is_left_to_the_host()
    {
        call.Items.Clear();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Middleware(signIn: true).Invoke(call, _ => throw new InvalidOperationException())
        );
    }

    private static WorkerProblemMiddleware Middleware(bool signIn) =>
        new(
            new HttpManners(
                new EditorGate(signIn ? new("tenant", "client", PlatformSignsIn: true) : new(null, null, false)),
                new Cors(new(Origins: null)),
                new(Url: null)
            ),
            NullLogger<WorkerProblemMiddleware>.Instance
        );

    private sealed class Call : FunctionContext
    {
        public Call(string path)
        {
            Http.Request.Path = path;
            Http.Response.Body = new MemoryStream();
            Http.RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider();
            Items = new Dictionary<object, object> { ["HttpRequestContext"] = Http };
        }

        public DefaultHttpContext Http { get; } = new();

        public string Body => Encoding.UTF8.GetString(((MemoryStream)Http.Response.Body).ToArray());

        public override FunctionDefinition FunctionDefinition { get; } = new Definition();

        public override IDictionary<object, object> Items { get; set; }

        private sealed class Definition : FunctionDefinition
        {
            public override string Name => "Example";
        }
    }
}
