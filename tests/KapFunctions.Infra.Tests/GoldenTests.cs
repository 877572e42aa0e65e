using KapFunctions.Testing;

namespace KapFunctions.Infra.Tests;

public sealed class GoldenTests
{
    [TheoryWith<Bicep>]
    [InlineData("smallest")]
    [InlineData("everything")]
    [InlineData("subscriptions", "--resource-group", "rg-practice")]
    public async Task What_a_deployment_makes_is_what_was_agreed(string site, params string[] scope)
    {
        string[] snapshot = ["snapshot", $"{Golden.PathOf(site)}.bicepparam", .. Golden.Place, .. scope];
        var run = await Bicep.RunAsync([.. snapshot, "--mode", "validate"]);
        Assert.True(
            run.ExitCode == 0,
            $"""
            {run.StandardOutput}{run.StandardError}
            If this is what you want, write it down at the top of the repository, and read the diff:
            bicep {string.Join(' ', snapshot)} --mode overwrite
            """
        );
    }
}
