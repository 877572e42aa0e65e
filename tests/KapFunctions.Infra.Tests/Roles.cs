namespace KapFunctions.Infra.Tests;

/// <summary>Azure's built-in roles: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles</summary>
internal static class Roles
{
    public static readonly IReadOnlyDictionary<string, string> ById = new Dictionary<string, string>
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["c6a89b2d-59bc-44d0-9896-0f6e12d7b80a"] = "Storage Queue Data Message Sender",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["de139f84-1756-47ae-9be6-808fbbe84772"] = "Website Contributor",
        ["acdd72a7-3385-48ef-bd42-f606fba81ae7"] = "Reader",
    };
}
