using System.Net;
using KapFunctions.Http;
using KapFunctions.Http.SignIn;
using KapFunctions.Standalone.Hosting;
using KapFunctions.Standalone.Tests.Functions;
using Microsoft.AspNetCore.Builder;

namespace KapFunctions.Standalone.Tests;

public sealed class HttpTriggerTests : IAsyncLifetime
{
    private readonly Recorder recorder = new();
    private StandaloneHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        host = await TestHost.StartAsync(typeof(HttpFunctions), recorder);
        client = new() { BaseAddress = host.BaseAddress };
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    [Theory]
    [InlineData("/greet/ada", "GET ada")]
    [InlineData("/GREET/ada/", "GET ada")]
    [InlineData("/greet/b%C3%A9b%C3%A9%20%2B%25", "GET bébé +%")]
    [InlineData("/double/21", "42")]
    [InlineData("/pages/", "page ''")]
    [InlineData("/pages/a/b.html", "page 'a/b.html'")]
    public async Task Route_values_reach_parameters_by_their_name(string path, string expected) =>
        Assert.Equal(expected, await client.GetStringAsync(path));

    [Fact]
    public async Task A_value_task_answers_too() =>
        Assert.Equal(HttpStatusCode.NoContent, (await client.GetAsync("/quick")).StatusCode);

    [Theory]
    [InlineData("POST", "/greet/ada")]
    [InlineData("OPTIONS", "/greet/ada")]
    [InlineData("GET", "/nowhere")]
    [InlineData("GET", "/")]
    [InlineData("GET", "/double/many")]
    [InlineData("GET", "/double/99999999999")]
    public async Task What_no_function_lists_is_an_empty_404_that_allows_nothing(string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), path);
        var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.Empty(answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/editors", null, 401)]
    [InlineData("/editors", "wrong", 401)]
    [InlineData("/editors", "", 401)]
    [InlineData("/editors", "editors-key", 200)]
    [InlineData("/editors", "host-key", 200)]
    [InlineData("/editors", "master-key", 200)]
    [InlineData("/editors?code=editors-key", null, 200)]
    [InlineData("/editors?code=editors-key", "wrong", 401)]
    [InlineData("/editors?code=wrong", "editors-key", 200)]
    [InlineData("/admins", "host-key", 401)]
    [InlineData("/admins", "master-key", 200)]
    public async Task A_key_opens_what_its_level_allows(string path, string? header, int expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation("x-functions-key", header);
        }

        var answer = await client.SendAsync(request);

        Assert.Equal(expected, (int)answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Guessing_keys_is_slow_and_whoever_has_one_waits_for_no_guess()
    {
        var guesses = Enumerable
            .Range(0, WrongKeys.MaxWaiting * 2)
            .Select(guess => client.GetAsync($"/editors?code=guess{guess}"))
            .ToList();
        HttpStatusCode status;
        do
        {
            var told = await Task.WhenAny(guesses);
            guesses.Remove(told);
            status = (await told).StatusCode;
        } while (status == HttpStatusCode.Unauthorized);

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/editors?code=host-key")).StatusCode);
        Assert.Contains(guesses, guess => !guess.IsCompleted);
        client.CancelPendingRequests();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(guesses));
    }

    [Theory]
    [InlineData("/nowhere", 404)]
    [InlineData("/editors", 401)]
    [InlineData("/editors?code=wrong", 401)]
    public async Task What_no_function_answers_runs_nothing_in_a_browser(string path, int status)
    {
        var answer = await client.GetAsync(path);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal([SecurityHeaders.ApiPolicy], answer.Headers.GetValues("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_key_that_is_not_set_opens_nothing()
    {
        var options = TestHost.Options(typeof(HttpFunctions), recorder) with
        {
            Settings = new Dictionary<string, string?>(),
        };
        await using var locked = await StandaloneHost.StartAsync(options);
        using var visitor = new HttpClient { BaseAddress = locked.BaseAddress };

        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/admins?code=")).StatusCode);
    }

    [Fact]
    public async Task An_unhandled_exception_is_an_empty_500()
    {
        var answer = await client.GetAsync("/fails");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_app_may_put_middleware_in_front()
    {
        var options = TestHost.Options(typeof(HttpFunctions), recorder) with
        {
            ConfigurePipeline = pipeline =>
                pipeline.Use(
                    (context, next) =>
                    {
                        context.Response.Headers["x-seen"] = "yes";
                        return next(context);
                    }
                ),
        };
        await using var dressed = await StandaloneHost.StartAsync(options);
        using var visitor = new HttpClient { BaseAddress = dressed.BaseAddress };

        Assert.Equal(["yes"], (await visitor.GetAsync("/greet/ada")).Headers.GetValues("x-seen"));
    }

    [Fact]
    public async Task A_request_that_has_begun_is_answered_before_the_host_ends()
    {
        var answer = client.GetStringAsync("/slow");
        await recorder.NextAsync("slow");
        var stopped = host.StopAsync();
        recorder.Add("slow may end", "now");

        Assert.Equal("done", await answer);
        await stopped;
    }
}
