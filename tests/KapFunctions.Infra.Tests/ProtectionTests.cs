using System.Text.Json;
using System.Text.RegularExpressions;
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

    /// <summary>Ways to come are not listed, so that a restore or SFTP's last word is heard like an upload.</summary>
    [Fact]
    public void An_upload_is_told_of_whichever_way_it_came_once_it_is_whole_and_every_deletion_is() =>
        Assert.Equal(
            [
                "Microsoft.Storage.BlobCreated but not data.api StringNotIn CreateFile, SftpCreate, SftpWrite",
                "Microsoft.Storage.BlobDeleted",
            ],
            Golden
                .Resources("subscriptions")
                .Select(subscription => subscription.GetProperty("properties").GetProperty("filter"))
                .Select(filter => Strings(filter, "includedEventTypes").Single() + LeftOut(filter))
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void What_the_app_cannot_serve_without_is_kept_as_far_apart_as_the_content() =>
        Assert.Equal(
            ["Standard_GZRS", "Standard_GZRS"],
            Golden
                .Resources("everything", "Microsoft.Storage/storageAccounts")
                .Select(account => account.GetProperty("sku").GetProperty("name").GetString())
        );

    [Fact]
    public void With_a_virtual_network_storage_takes_the_app_and_the_editors_addresses_and_nobody_else()
    {
        var accounts = Golden
            .Resources("everything", "Microsoft.Storage/storageAccounts")
            .Select(account => account.GetProperty("properties").GetProperty("networkAcls"))
            .ToArray();
        var subnet = Only("everything", "Microsoft.Web/sites", "properties")
            .GetProperty("virtualNetworkSubnetId")
            .GetString();
        Assert.All(
            accounts,
            rules =>
            {
                Assert.Equal("Deny", rules.GetProperty("defaultAction").GetString());
                Assert.Equal(
                    subnet,
                    rules.GetProperty("virtualNetworkRules").EnumerateArray().Single().GetProperty("id").GetString()
                );
            }
        );
        Assert.Equal(
            ["203.0.113.7", "198.51.100.0/24"],
            accounts
                .SelectMany(rules =>
                    rules.TryGetProperty("ipRules", out var addresses) ? addresses.EnumerateArray().ToArray() : []
                )
                .Select(rule => rule.GetProperty("value").GetString())
        );
    }

    [Fact]
    public void Without_one_there_is_no_network_and_identity_alone_protects()
    {
        Assert.Empty(Golden.Resources("smallest", "Microsoft.Network/virtualNetworks"));
        Assert.All(
            Golden.Resources("smallest", "Microsoft.Storage/storageAccounts"),
            account =>
                Assert.Equal(
                    "Allow",
                    account
                        .GetProperty("properties")
                        .GetProperty("networkAcls")
                        .GetProperty("defaultAction")
                        .GetString()
                )
        );
    }

    [Fact]
    public void A_lock_keeps_the_content_where_it_is_wanted()
    {
        Assert.Empty(Golden.Resources("smallest", "Microsoft.Authorization/locks"));
        var one = Golden.Resources("everything", "Microsoft.Authorization/locks").Single();
        Assert.Equal("CanNotDelete", one.GetProperty("properties").GetProperty("level").GetString());
        Assert.Contains("/storageAccounts/stwebs", one.GetProperty("id").GetString(), StringComparison.Ordinal);
    }

    /// <summary>The rule's own words, tried: the host's addresses in every spelling, and none of ours.</summary>
    [Theory]
    [InlineData("admin/host/status", true)]
    [InlineData("admin", true)]
    [InlineData("runtime/webhooks/blobs", true)]
    [InlineData("/admin/functions", true)]
    [InlineData("Runtime/webhooks", true)]
    [InlineData("%61dmin/host", true)]
    [InlineData("administration", false)]
    [InlineData("ghost/api/admin/posts", false)]
    [InlineData("runtime-of-a-film", false)]
    [InlineData("", false)]
    public void What_the_Functions_host_answers_itself_is_not_reached_through_Front_Door(string path, bool isClosed)
    {
        var rule = Golden
            .Resources("everything", "Microsoft.Cdn/profiles/ruleSets/rules")
            .Single(rule => rule.GetProperty("name").GetString()!.Contains("/closed/", StringComparison.Ordinal))
            .GetProperty("properties");
        var asked = rule.GetProperty("conditions")[0].GetProperty("parameters");
        Assert.Equal(["UrlDecode", "Lowercase"], Strings(asked, "transforms"));
        var seen = Uri.UnescapeDataString(path).ToLowerInvariant();

        Assert.Equal(isClosed, Regex.IsMatch(seen, Strings(asked, "matchValues").Single()));
        Assert.Equal("UrlRewrite", rule.GetProperty("actions")[0].GetProperty("name").GetString());
        Assert.EndsWith(
            "/closed",
            rule.GetProperty("actions")[0].GetProperty("parameters").GetProperty("destination").GetString()
        );
        // It goes before what else is said of an answer.
        var readers = Golden
            .Resources("everything", "Microsoft.Cdn/profiles/afdEndpoints/routes")
            .Single(route => Golden.NameOf(route) == "readers");
        Assert.EndsWith(
            "/closed",
            readers.GetProperty("properties").GetProperty("ruleSets")[0].GetProperty("id").GetString()
        );
    }

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
        var rule = Golden
            .Resources("everything", "Microsoft.Cdn/profiles/ruleSets/rules")
            .Single(rule => rule.GetProperty("name").GetString()!.Contains("/cors/", StringComparison.Ordinal))
            .GetProperty("properties");
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

    private static string LeftOut(JsonElement filter) =>
        filter.TryGetProperty("advancedFilters", out var more)
            ? $" but not {more[0].GetProperty("key")} {more[0].GetProperty("operatorType")} {string.Join(", ", Strings(more[0], "values"))}"
            : "";

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
