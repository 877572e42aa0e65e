using KapFunctions.Testing;

namespace KapFunctions.Tests.Http;

/// <summary>A request has one name: its caller's, its answer's and the log's.</summary>
public sealed class CorrelationTests
{
    private const string Header = "X-Correlation-Id";

    [Fact]
    public async Task A_caller_s_own_name_comes_back_in_the_answer_and_in_a_problem()
    {
        await using var site = await TestSite.StartAsync();

        var problem = await site.GetAsync("/api/posts/none", (Header, "order-66"));
        var ghost = await site.GetAsync("/ghost/api/content/posts/", (Header, "order-67"));

        Assert.Equal("order-66", problem.Headers[Header]);
        Assert.Equal("order-66", problem.Json.GetProperty("correlation_id").GetString());
        Assert.Equal("order-67", ghost.Json.GetProperty("errors")[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("<script>")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task Without_a_well_formed_name_a_request_gets_a_new_one(string given)
    {
        await using var site = await TestSite.StartAsync();

        var first = await site.GetAsync("/api/posts", (Header, given));
        var second = await site.GetAsync("/api/posts", (Header, given));

        Assert.True(Guid.TryParse(first.Headers[Header], out _));
        Assert.NotEqual(first.Headers[Header], second.Headers[Header]);
    }
}
