using System.Text.Json;
using KapFunctions.Testing;

namespace KapFunctions.Infra.Tests;

public sealed class CompilerTests
{
    [TheoryWith<Bicep>]
    [InlineData("infra/main.bicep")]
    [InlineData("infra/subscriptions.bicep")]
    public async Task The_compiler_and_its_linter_have_nothing_to_say(string file)
    {
        var run = await Bicep.RunAsync(["lint", file, "--diagnostics-format", "sarif"]);
        Assert.Empty(Sarif.DiagnosticsIn(run.StandardError.Length > 0 ? run.StandardError : run.StandardOutput));
        Assert.Equal(0, run.ExitCode);
    }

    [FactWith<Bicep>]
    public async Task A_misspelt_property_would_be_noticed()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.bicep");
        try
        {
            await File.WriteAllTextAsync(
                file,
                """
                resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
                  name: 'misspelt'
                  location: resourceGroup().location
                  kind: 'StorageV2'
                  sku: { name: 'Standard_LRS' }
                  properties: { allowSharedKeysAccess: false }
                }
                """
            );
            var run = await Bicep.RunAsync(["lint", file, "--diagnostics-format", "sarif"]);
            Assert.Contains(
                Sarif.DiagnosticsIn(run.StandardError.Length > 0 ? run.StandardError : run.StandardOutput),
                line => line.Contains("allowSharedKeysAccess", StringComparison.Ordinal)
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    [FactWith<Bicep>]
    public async Task Parameters_come_from_the_environment_that_azd_passes()
    {
        var run = await Bicep.RunAsync(
            ["build-params", "infra/main.bicepparam", "--stdout"],
            ("AZURE_ENV_NAME", "practice"),
            ("AZURE_LOCATION", "swedencentral"),
            ("AZURE_PRINCIPAL_ID", "the one who deploys"),
            ("MONTHLY_BUDGET", "50")
        );
        Assert.True(run.ExitCode == 0, run.StandardError);
        using var built = JsonDocument.Parse(run.StandardOutput);
        using var file = JsonDocument.Parse(built.RootElement.GetProperty("parametersJson").GetString()!);
        var parameters = file.RootElement.GetProperty("parameters");
        Assert.Equal("practice", parameters.GetProperty("name").GetProperty("value").GetString());
        Assert.Equal("the one who deploys", parameters.GetProperty("editorsId").GetProperty("value").GetString());
        // The deployment says the month, and azd keeps it.
        Assert.Equal("", parameters.GetProperty("budgetStart").GetProperty("value").GetString());
        Assert.Contains("output BUDGET_START string", Repository.Read("infra/main.bicep"), StringComparison.Ordinal);
        Assert.Equal(50, parameters.GetProperty("monthlyBudget").GetProperty("value").GetInt32());
    }

    [FactWith<Bicep>]
    public async Task A_custom_domain_without_Front_Door_is_refused_with_a_sentence()
    {
        var run = await Bicep.RunAsync([
            "snapshot",
            "tests/KapFunctions.Infra.Tests/sites/domain-without-front-door.bicepparam",
            .. Golden.Place,
        ]);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(
            "A custom domain needs Front Door",
            run.StandardError + run.StandardOutput,
            StringComparison.Ordinal
        );
    }
}
