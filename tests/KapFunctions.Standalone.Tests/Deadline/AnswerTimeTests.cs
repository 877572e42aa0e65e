using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using KapFunctions.Delivery.Health;
using KapFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KapFunctions.Standalone.Tests.Deadline;

/// <summary>A reader is answered in time, and what has begun is sent to its end, before functions of both hosts.</summary>
public sealed class AnswerTimeTests
{
    private static readonly byte[] Chunk = "0123456789"u8.ToArray();
    private static readonly string Whole = string.Concat(Enumerable.Repeat(Encoding.ASCII.GetString(Chunk), 10));
    private static readonly TimeSpan LongerThanTheLimit = RequestDeadline.Limit + TimeSpan.FromSeconds(1.5);

    [Fact]
    public Task A_reader_is_told_in_time_that_storage_does_not_answer() =>
        InBothHostsAsync(
            new()
            {
                ["waits"] = async (_, cancellation) =>
                {
                    await Task.Delay(Timeout.Infinite, cancellation);
                    return Results.Text("never");
                },
                ["begins-to-answer"] = (_, _) =>
                    Task.FromResult<IResult>(
                        new Sends(async context => await Task.Delay(Timeout.Infinite, context.RequestAborted))
                    ),
            },
            async (client, name) =>
            {
                var begun = Stopwatch.GetTimestamp();
                using var answer = await client.GetAsync(name);

                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                // Twice the promise: a busy machine answers later than it means to.
                Assert.InRange(Stopwatch.GetElapsedTime(begun), RequestDeadline.Limit / 2, TimeSpan.FromSeconds(10));
            }
        );

    [Fact]
    public Task An_answer_that_takes_longer_than_its_beginning_may_is_whole() =>
        InBothHostsAsync(
            new()
            {
                ["stream"] = Sending(context => StreamAsync(context)),
                ["started-first"] = Sending(async context =>
                {
                    await context.Response.StartAsync();
                    await StreamAsync(context);
                }),
                ["writer"] = Sending(context =>
                    StreamAsync(context, (bytes, stop) => context.Response.BodyWriter.WriteAsync(bytes, stop).AsTask())
                ),
                ["within-the-function"] = async (context, _) =>
                {
                    await StreamAsync(context);
                    return Results.Empty;
                },
            },
            async (client, name) => Assert.Equal(Whole, await client.GetStringAsync(name))
        );

    [Fact]
    public Task An_answer_that_begins_while_its_deadline_is_being_set_is_whole() =>
        InBothHostsAsync(
            new()
            {
                ["meets"] = async (context, _) =>
                {
                    var meeting = context.Features.GetRequiredFeature<Meeting>();
                    await meeting.AwaitAsync();
                    return new Sends(async _ =>
                    {
                        await context.Response.StartAsync();
                        meeting.GoOn();
                        await StreamAsync(context);
                    });
                },
            },
            async (client, name) => Assert.Equal(Whole, await client.GetStringAsync(name))
        );

    /// <summary><c>KAP_ANSWERS</c> says how many are asked for in each host.</summary>
    [Fact]
    public Task No_answer_is_cut_off_however_long_the_setting_of_its_deadline_takes()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("KAP_ANSWERS") ?? "500", CultureInfo.InvariantCulture);
        return InBothHostsAsync(
            Enumerable
                .Range(0, 8)
                .ToDictionary(
                    reader => $"reader-{reader}",
                    reader =>
                        (ReadingFunction)(
                            async (context, _) =>
                            {
                                context.Features.GetRequiredFeature<Meeting>().Pause = TimeSpan.FromMilliseconds(
                                    reader
                                );
                                await Task.Yield();
                                return new Sends(_ => StreamAsync(context, pause: TimeSpan.Zero));
                            }
                        )
                ),
            async (client, name) =>
            {
                for (var i = 0; i < count / 8; i++)
                {
                    Assert.Equal(Whole, await client.GetStringAsync(name));
                }
            }
        );
    }

    [Fact]
    public Task A_document_that_is_ready_only_when_its_time_is_over_is_a_503_and_never_empty() =>
        InBothHostsAsync(
            new()
            {
                ["document"] = async (_, _) =>
                {
                    await Task.Delay(LongerThanTheLimit, CancellationToken.None);
                    return HealthResult.Ok;
                },
            },
            async (client, name) =>
            {
                using var answer = await client.GetAsync(name);

                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                Assert.EndsWith("}", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        );

    /// <summary>Functions that do not look at their token, and want to answer just when the time is over.</summary>
    [Fact]
    public Task An_answer_at_the_last_moment_is_whole_or_a_503() =>
        InBothHostsAsync(
            Enumerable
                .Range(0, 200)
                .ToDictionary(
                    i => $"late-{i}",
                    i =>
                        Sending(async context =>
                        {
                            await Task.Delay(
                                RequestDeadline.Limit + TimeSpan.FromMilliseconds(i / 5 - 30),
                                CancellationToken.None
                            );
                            await StreamAsync(context, pause: TimeSpan.FromMilliseconds(1));
                        })
                ),
            async (client, name) =>
            {
                using var answer = await client.GetAsync(name);
                var text = await answer.Content.ReadAsStringAsync();

                Assert.True(
                    answer.StatusCode == HttpStatusCode.OK
                        ? text == Whole
                        : answer.StatusCode == HttpStatusCode.ServiceUnavailable && text.EndsWith('}'),
                    $"{name}: {answer.StatusCode} {text}"
                );
            }
        );

    private static ReadingFunction Sending(Func<HttpContext, Task> send) =>
        async (_, _) =>
        {
            await Task.Yield();
            return new Sends(send);
        };

    private static async Task StreamAsync(
        HttpContext context,
        Func<ReadOnlyMemory<byte>, CancellationToken, Task>? write = null,
        TimeSpan? pause = null
    )
    {
        write ??= (bytes, stop) => context.Response.Body.WriteAsync(bytes, stop).AsTask();
        for (var i = 0; i < 10; i++)
        {
            await write(Chunk, context.RequestAborted);
            await Task.Delay(pause ?? LongerThanTheLimit / 10, context.RequestAborted);
        }
    }

    private static async Task InBothHostsAsync(
        Dictionary<string, ReadingFunction> functions,
        Func<HttpClient, string, Task> tell
    )
    {
        await using var standalone = await Front.OfStandaloneAsync(functions);
        await using var azure = await Front.OfAzureAsync(functions);
        await Task.WhenAll(
            from front in new[] { standalone, azure }
            from name in functions.Keys
            select tell(front.Client, name)
        );
    }

    private sealed class Sends(Func<HttpContext, Task> send) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => send(httpContext);
    }
}
