using System.Text.Json;

namespace KapFunctions.Infra.Tests;

/// <summary>What the compiler predicts that a deployment makes, checked in beside its parameters under <c>sites</c>.</summary>
internal static class Golden
{
    /// <summary>A tenant and a subscription that do not exist, so that predictions are the same everywhere.</summary>
    public static readonly string[] Place =
    [
        "--tenant-id",
        "00000000-0000-0000-0000-000000000001",
        "--subscription-id",
        "00000000-0000-0000-0000-000000000002",
        "--location",
        "swedencentral",
        "--deployment-name",
        "kap",
    ];

    public static string PathOf(string site) => $"tests/KapFunctions.Infra.Tests/sites/{site}";

    /// <summary>Every resource of the prediction.</summary>
    public static IReadOnlyList<JsonElement> Resources(string site)
    {
        using var json = JsonDocument.Parse(Repository.Read($"{PathOf(site)}.snapshot.json"));
        return [.. json.RootElement.Clone().GetProperty("predictedResources").EnumerateArray()];
    }

    /// <summary>Every resource of one type.</summary>
    public static IReadOnlyList<JsonElement> Resources(string site, string type) =>
        [.. Resources(site).Where(resource => resource.GetProperty("type").GetString() == type)];

    /// <summary>The last segment of a resource's name.</summary>
    public static string NameOf(JsonElement resource) => resource.GetProperty("name").GetString()!.Split('/')[^1];
}
