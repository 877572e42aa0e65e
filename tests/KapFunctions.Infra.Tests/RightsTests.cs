using System.Text.Json;
using System.Text.RegularExpressions;

namespace KapFunctions.Infra.Tests;

/// <summary>Who may do what, on what: the table of docs/security.md, read off the prediction.</summary>
public sealed partial class RightsTests
{
    [Fact]
    public void Nobody_has_more_rights_than_these() =>
        Assert.Equal(
            [
                "app: Monitoring Metrics Publisher on appi",
                "app: Purge Front Door on endpoint",
                "app: Storage Blob Data Contributor on content",
                "app: Storage Blob Data Contributor on keys",
                "app: Storage Blob Data Contributor on rendered",
                "app: Storage Blob Data Owner on sthost",
                "app: Storage Queue Data Contributor on content-events",
                "app: Storage Queue Data Contributor on content-events-poison",
                "app: Storage Queue Data Contributor on sthost",
                "app: Storage Queue Data Contributor on webhook-deliveries",
                "app: Storage Queue Data Contributor on webhook-deliveries-poison",
                "app: Storage Queue Data Contributor on webjobs-blobtrigger-poison",
                "app: Storage Table Data Contributor on kapindex",
                "app: Storage Table Data Contributor on sthost",
                "deployer: Reader on evgt",
                "deployer: Reader on plan",
                "deployer: Storage Blob Data Contributor on content",
                "deployer: Website Contributor on practice-websfk",
                "editors: Storage Blob Data Contributor on content",
                "events: Storage Blob Data Contributor on dead-letters",
                "events: Storage Queue Data Message Sender on content-events",
            ],
            RightsOf("everything")
        );

    [Fact]
    public void Whoever_deploys_may_write_the_file_of_the_smoke_test_and_no_other()
    {
        var uploads = Golden
            .Resources("everything", "Microsoft.Authorization/roleAssignments")
            .Single(assignment =>
                HolderOf(assignment) == "deployer" && RoleOf(assignment) == "Storage Blob Data Contributor"
            );
        var slug = SmokeSlug().Match(Repository.Read("infra/hooks/smoke.sh")).Groups[1].Value;

        Assert.EndsWith($":path] StringEquals 'posts/{slug}.md'", Property(uploads, "condition"));
    }

    [Fact]
    public void Without_editors_and_a_repository_only_the_app_and_the_events_have_rights() =>
        Assert.DoesNotContain(
            RightsOf("smallest"),
            right =>
                !right.StartsWith("app:", StringComparison.Ordinal)
                && !right.StartsWith("events:", StringComparison.Ordinal)
        );

    private static IReadOnlyList<string> RightsOf(string site) =>
        [
            .. Golden
                .Resources(site, "Microsoft.Authorization/roleAssignments")
                .Select(assignment => $"{HolderOf(assignment)}: {RoleOf(assignment)} on {ScopeOf(assignment)}")
                .Order(StringComparer.Ordinal),
        ];

    private static string HolderOf(JsonElement assignment)
    {
        var principal = Property(assignment, "principalId");
        return principal switch
        {
            _ when principal.Contains("/id-app-", StringComparison.Ordinal) => "app",
            _ when principal.Contains("/id-deploy-", StringComparison.Ordinal) => "deployer",
            _ when principal.Contains("/systemTopics/evgt-", StringComparison.Ordinal) => "events",
            "11111111-1111-1111-1111-111111111111" => "editors",
            _ => principal,
        };
    }

    private static string RoleOf(JsonElement assignment)
    {
        var id = Property(assignment, "roleDefinitionId").Split('/')[^1];
        return Roles.ById.TryGetValue(id, out var name) ? name : CustomRole(id);
    }

    private static string CustomRole(string id)
    {
        var role = Golden
            .Resources("everything", "Microsoft.Authorization/roleDefinitions")
            .Single(role => Golden.NameOf(role) == id)
            .GetProperty("properties");
        Assert.Equal(
            ["Microsoft.Cdn/profiles/afdEndpoints/purge/action"],
            role.GetProperty("permissions")[0]
                .GetProperty("actions")
                .EnumerateArray()
                .Select(action => action.GetString()!)
        );
        return Token().Replace(role.GetProperty("roleName").GetString()!, "");
    }

    private static string ScopeOf(JsonElement assignment)
    {
        var id = assignment.GetProperty("id").GetString()!;
        var scope = id.StartsWith("[extensionResourceId('", StringComparison.Ordinal)
            ? id.Split('\'')[1]
            : id[..id.IndexOf("/providers/Microsoft.Authorization", StringComparison.Ordinal)];
        var segments = scope.Split('/');
        return segments[^2] switch
        {
            "resourceGroups" => "the resource group",
            "afdEndpoints" => "endpoint",
            _ => Token().Replace(segments[^1], ""),
        };
    }

    private static string Property(JsonElement resource, string name) =>
        resource.GetProperty("properties").GetProperty(name).GetString()!;

    [GeneratedRegex(@"(?m)^slug=(\S+)$")]
    private static partial Regex SmokeSlug();

    /// <summary>What makes names unique in Azure; it depends on the subscription and means nothing.</summary>
    [GeneratedRegex("[- ]?websfks6kpdwy$")]
    private static partial Regex Token();
}
