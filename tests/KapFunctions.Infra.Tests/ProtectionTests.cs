using System.Text.Json;
using KapFunctions.Http;

namespace KapFunctions.Infra.Tests;

/// <summary>What a deployment does against loss, floods and whoever goes round the house: docs/security.md tells of each.</summary>
public sealed class ProtectionTests
{
    [Fact]
    public void What_is_overwritten_or_deleted_can_be_had_back()
    {
        var blobs = Only("smallest", "Microsoft.Storage/storageAccounts/blobServices", "properties");
        Assert.True(blobs.GetProperty("isVersioningEnabled").GetBoolean());
        foreach (var policy in new[] { "deleteRetentionPolicy", "containerDeleteRetentionPolicy" })
        {
            Assert.True(blobs.GetProperty(policy).GetProperty("enabled").GetBoolean());
            Assert.Equal(30, blobs.GetProperty(policy).GetProperty("days").GetInt32());
        }
    }

    [Fact]
    public void Only_what_is_old_or_can_be_made_again_goes_by_itself() =>
        Assert.Equal(
            [
                "content/: snapshot after 365 days, version after 365 days",
                "dead-letters/: baseBlob after 90 days, version after 90 days",
                "rendered/: version after 7 days",
            ],
            Only("smallest", "Microsoft.Storage/storageAccounts/managementPolicies", "properties")
                .GetProperty("policy")
                .GetProperty("rules")
                .EnumerateArray()
                .Select(rule => Expiry(rule.GetProperty("definition")))
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void An_event_comes_only_from_the_content_container_and_for_what_was_written_or_deleted() =>
        Assert.Equal(
            [
                "Microsoft.Storage.BlobCreated by PutBlob, PutBlockList, CopyBlob, FlushWithClose",
                "Microsoft.Storage.BlobDeleted by DeleteBlob, DeleteFile",
            ],
            Golden
                .Resources("subscriptions")
                .Select(subscription => subscription.GetProperty("properties").GetProperty("filter"))
                .Select(filter =>
                    $"{Strings(filter, "includedEventTypes").Single()} by {string.Join(", ", Strings(filter.GetProperty("advancedFilters")[0], "values"))}"
                )
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void An_event_that_cannot_be_delivered_is_kept() =>
        Assert.All(
            Golden.Resources("subscriptions"),
            subscription =>
                Assert.Equal(
                    "dead-letters",
                    subscription
                        .GetProperty("properties")
                        .GetProperty("deadLetterWithResourceIdentity")
                        .GetProperty("deadLetterDestination")
                        .GetProperty("properties")
                        .GetProperty("blobContainerName")
                        .GetString()
                )
        );

    [Fact]
    public void A_flood_can_cost_only_so_much()
    {
        var app = Only("smallest", "Microsoft.Web/sites", "properties").GetProperty("functionAppConfig");
        Assert.Equal(40, app.GetProperty("scaleAndConcurrency").GetProperty("maximumInstanceCount").GetInt32());
        Assert.Equal(
            0.5,
            Only("smallest", "Microsoft.OperationalInsights/workspaces", "properties")
                .GetProperty("workspaceCapping")
                .GetProperty("dailyQuotaGb")
                .GetDouble()
        );
        Assert.Equal(
            20,
            Only("smallest", "Microsoft.Consumption/budgets", "properties").GetProperty("amount").GetInt32()
        );
    }

    [Fact]
    public void Telemetry_is_taken_from_identities_only()
    {
        Assert.True(
            Only("smallest", "Microsoft.Insights/components", "properties").GetProperty("DisableLocalAuth").GetBoolean()
        );
        Assert.True(
            Only("smallest", "Microsoft.OperationalInsights/workspaces", "properties")
                .GetProperty("features")
                .GetProperty("disableLocalAuth")
                .GetBoolean()
        );
    }

    [Fact]
    public void Nobody_goes_round_Front_Door_but_Event_Grid()
    {
        var app = Only("everything", "Microsoft.Web/sites", "properties").GetProperty("siteConfig");
        Assert.Equal("Deny", app.GetProperty("ipSecurityRestrictionsDefaultAction").GetString());
        Assert.Collection(
            app.GetProperty("ipSecurityRestrictions").EnumerateArray(),
            frontDoor =>
            {
                Assert.Equal("AzureFrontDoor.Backend", frontDoor.GetProperty("ipAddress").GetString());
                // Every customer's Front Door has those addresses; this one alone has the id.
                Assert.Contains(
                    "frontDoorId",
                    Strings(frontDoor.GetProperty("headers"), "x-azure-fdid").Single(),
                    StringComparison.Ordinal
                );
            },
            events => Assert.Equal("AzureEventGrid", events.GetProperty("ipAddress").GetString())
        );
    }

    [Fact]
    public void The_cache_tells_answers_apart_by_their_query_and_keeps_none_for_editors()
    {
        var routes = Golden
            .Resources("everything", "Microsoft.Cdn/profiles/afdEndpoints/routes")
            .ToDictionary(Golden.NameOf, route => route.GetProperty("properties"));
        Assert.Equal(
            "UseQueryString",
            routes["readers"].GetProperty("cacheConfiguration").GetProperty("queryStringCachingBehavior").GetString()
        );
        Assert.False(routes["editors"].TryGetProperty("cacheConfiguration", out _));
        Assert.Superset(
            new HashSet<string>(["/api/editor/*", "/api/preview/*", "/api/health/*", "/desk", "/desk/*"]),
            Strings(routes["editors"], "patternsToMatch").ToHashSet()
        );
    }

    /// <summary>Front Door keeps one answer for all websites, since it reads no Vary.</summary>
    [Fact]
    public void The_cache_says_to_each_website_by_itself_that_it_may_read()
    {
        var rule = Only("everything", "Microsoft.Cdn/profiles/ruleSets/rules", "properties");
        Assert.NotEqual(0, rule.GetProperty("order").GetInt32());
        Assert.Equal(
            "https://www.example.org",
            Strings(rule.GetProperty("conditions")[0].GetProperty("parameters"), "matchValues").Single()
        );
        Assert.Equal(
            [
                ("Access-Control-Allow-Origin", "https://www.example.org"),
                ("Access-Control-Expose-Headers", Cors.Exposed),
            ],
            rule.GetProperty("actions")
                .EnumerateArray()
                .Select(action => action.GetProperty("parameters"))
                .Select(header =>
                    (header.GetProperty("headerName").GetString()!, header.GetProperty("value").GetString()!)
                )
        );
    }

    [Fact]
    public void Only_one_environment_of_one_repository_may_deploy() =>
        Assert.Equal(
            "repo:example/practice:environment:production",
            Only(
                    "everything",
                    "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials",
                    "properties"
                )
                .GetProperty("subject")
                .GetString()
        );

    /// <summary>The content account's, where both accounts have such a resource.</summary>
    private static JsonElement Only(string site, string type, string property) =>
        Golden.Resources(site, type).First(resource => resource.TryGetProperty(property, out _)).GetProperty(property);

    private static string Expiry(JsonElement definition)
    {
        var actions =
            from action in definition.GetProperty("actions").EnumerateObject()
            orderby action.Name
            let days = action.Value.GetProperty("delete").EnumerateObject().Single().Value.GetInt32()
            select $"{action.Name} after {days} days";
        return $"{Strings(definition.GetProperty("filters"), "prefixMatch").Single()}: {string.Join(", ", actions)}";
    }

    private static IEnumerable<string> Strings(JsonElement element, string property) =>
        element.GetProperty(property).EnumerateArray().Select(one => one.GetString()!);
}
