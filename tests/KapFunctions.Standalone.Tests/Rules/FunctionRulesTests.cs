using KapFunctions.Standalone.Tests.Functions;

namespace KapFunctions.Standalone.Tests.Rules;

public sealed class FunctionRulesTests
{
    [Fact]
    public void Every_function_of_the_app_behaves_the_same_under_both_hosts() =>
        Assert.Empty(FunctionRules.Check(typeof(ServiceRegistration).Assembly.GetTypes()));

    [Fact]
    public void Functions_that_keep_the_rules_pass() =>
        Assert.Empty(
            FunctionRules.Check([
                typeof(HttpFunctions),
                typeof(BlobFunctions),
                typeof(QueueFunctions),
                typeof(TimerFunctions),
            ])
        );

    [Fact]
    public void Each_broken_rule_is_told_in_a_sentence() =>
        Assert.Equal(
            [
                "The name Twice is taken by 2 functions.",
                "BindsNothing has a parameter that its trigger cannot bind: String slag.",
                "BlobOfFew must take whole names: a container and one token, not 'content/posts/{name}'.",
                "BlobOfFew must have the connection ContentStorage.",
                "BlobOfFew has a parameter that its trigger cannot bind: String name.",
                "GetOnly lists GET, so it must list HEAD.",
                "Home has the route '/', which breaks every HTTP function of the Azure host.",
                "Keeper has a route below 'admin', which the Azure host keeps to itself.",
                "LooseNumber has a parameter that its trigger cannot bind: Int32 page.",
                "Never has a schedule without six valid fields: '*/5 * * * *'.",
                "Nothing must list its methods.",
                "QueueElsewhere must have the connection ContentStorage.",
                "QueueElsewhere has a parameter that its trigger cannot bind: Int32 message.",
                "QueueElsewhere must return a task without a result.",
                "SystemOnly has the level System, which only one host can check.",
                "Text must return an IResult: the worker writes nothing else.",
                "Only one function may take all paths, not All and zzAll.",
                "All takes all paths, so its name must sort last: zz….",
                "SlugFeed and SlugPage could serve the same request.",
            ],
            FunctionRules.Check([typeof(BrokenFunctions)])
        );

    [Theory]
    [InlineData("a/{x}", "a/b", true)]
    [InlineData("a/{x}", "A/{y}", true)]
    [InlineData("a/{x}/c", "a/b/{y}", true)]
    [InlineData("a/{x?}", "a", true)]
    [InlineData("{x}.xml", "feed.xml", true)]
    [InlineData("{x}.xml", "feed-{y}", true)]
    [InlineData("a/{x:int}", "a/7", true)]
    [InlineData("a/{x:int}", "a/b", false)]
    [InlineData("a/{x}", "a/{x}/b", false)]
    [InlineData("a/b", "a/c", false)]
    [InlineData("{x}.xml", "{x}.json", false)]
    [InlineData("{x}.xml", "feed.json", false)]
    [InlineData("a/{*x}", "a/b/c", true)]
    [InlineData("a/{*x}", "b/{*x}", false)]
    public void Two_routes_overlap_where_some_path_fits_both(string one, string other, bool expected)
    {
        Assert.Equal(expected, new RouteShape(one).Overlaps(new(other)));
        Assert.Equal(expected, new RouteShape(other).Overlaps(new(one)));
    }
}
