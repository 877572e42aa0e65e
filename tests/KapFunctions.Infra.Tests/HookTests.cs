using System.Diagnostics;
using KapFunctions.Settings;
using KapFunctions.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KapFunctions.Infra.Tests;

/// <summary>What azd and the deploy workflow run, with stand-ins for <c>az</c> and <c>azd</c> that note how they were called.</summary>
public sealed class HookTests : IDisposable
{
    private static readonly string[] Names =
    [
        "AZURE_SUBSCRIPTION_ID",
        "AZURE_RESOURCE_GROUP",
        "CONTENT_ACCOUNT",
        "EVENT_TOPIC",
        "FUNCTION_APP",
        "FUNCTION_APP_HOST",
    ];

    // Keeps values as azd does, one a line.
    private const string AzdOfFile =
        "if [ \"$2\" = get-values ]; then cat values 2>/dev/null || true; else echo \"$3=\\\"$4\\\"\" >>values; fi";

    private readonly string folder = Directory.CreateTempSubdirectory("kap-hooks-").FullName;

    [FactWith<Unix>]
    public async Task What_a_site_needs_once_is_made_at_first_and_stays()
    {
        StandIn("azd", AzdOfFile);

        await RunAsync("prepare.sh");
        var first = await File.ReadAllTextAsync(Path.Combine(folder, "values"));
        await RunAsync("prepare.sh");

        Assert.Equal(first, await File.ReadAllTextAsync(Path.Combine(folder, "values")));
        var values = first
            .TrimEnd()
            .Split('\n')
            .Select(line => line.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => (string?)pair[1].Trim('"'));
        Assert.Equal(["PREVIEW_KEYS", "WEBHOOK_KEYS"], values.Keys.Order(StringComparer.Ordinal));
        Assert.NotEqual(values["PREVIEW_KEYS"], values["WEBHOOK_KEYS"]);
        Assert.Empty(
            MistakesIn([
                new("ContentStorage", "UseDevelopmentStorage=true"),
                new("Preview:Keys", values["PREVIEW_KEYS"]),
                new("Webhooks:Keys", values["WEBHOOK_KEYS"]),
            ])
        );
    }

    [TheoryWith<Unix>]
    [InlineData("exit 1", "", "MONTHLY_BUDGET=\"0\"")]
    [InlineData("exit 1", "MONTHLY_BUDGET=\"50\"", "MONTHLY_BUDGET=\"50\"")]
    [InlineData("exit 0", "", "")]
    public async Task A_subscription_without_budgets_is_deployed_to_without_one(string budgets, string had, string has)
    {
        StandIn("azd", AzdOfFile);
        StandIn("az", $"case $1 in consumption) {budgets} ;; functionapp) exit 1 ;; esac");
        await File.WriteAllTextAsync(Path.Combine(folder, "values"), $"{had}\n");

        Assert.Equal(0, (await RunAsync("prepare.sh")).ExitCode);

        var values = await File.ReadAllLinesAsync(Path.Combine(folder, "values"));
        Assert.Equal(has, string.Concat(values.Where(line => line.StartsWith("MONTHLY", StringComparison.Ordinal))));
    }

    [TheoryWith<Unix>]
    [InlineData("echo 'Sweden Central'; echo 'West US 3'", "swedencentral", 0)]
    [InlineData("echo 'Sweden Central'; echo 'West US 3'", "westus", 1)]
    [InlineData("exit 1", "westus", 0)]
    public async Task A_region_that_cannot_run_the_app_is_refused_before_anything_is_made(
        string regions,
        string location,
        int exit
    )
    {
        StandIn("azd", AzdOfFile);
        StandIn("az", $"case $1 in functionapp) {regions} ;; esac");

        var run = await RunAsync("prepare.sh", location: location);

        Assert.Equal(exit, run.ExitCode);
        Assert.Equal(exit != 0, run.Errors.Contains("swedencentral westus3", StringComparison.Ordinal));
    }

    [FactWith<Unix>]
    public async Task An_app_that_hears_of_events_already_is_left_alone()
    {
        StandIn("az", "echo \"$*\" >>calls; echo Succeeded");

        var run = await RunAsync("subscribe.sh");

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("deployment", Calls, StringComparison.Ordinal);
    }

    [TheoryWith<Unix>]
    [InlineData("echo Failed", "")]
    [InlineData("exit 3", "")]
    [InlineData("echo Succeeded", "--renew")]
    public async Task An_app_that_does_not_or_whose_key_is_new_is_subscribed(string answer, string argument)
    {
        StandIn("az", $"echo \"$*\" >>calls; case $1 in eventgrid) {answer} ;; esac");

        var run = await RunAsync("subscribe.sh", argument);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            "deployment group create --subscription AZURE_SUBSCRIPTION_ID's --resource-group AZURE_RESOURCE_GROUP's "
                + "--name subscriptions --template-file infra/subscriptions.bicep --output none "
                + "--parameters contentAccount=CONTENT_ACCOUNT's topicName=EVENT_TOPIC's appName=FUNCTION_APP's "
                + "appHostName=FUNCTION_APP_HOST's",
            Calls,
            StringComparison.Ordinal
        );
    }

    [FactWith<Unix>]
    public async Task A_hook_without_its_values_says_which_one_and_where_it_comes_from()
    {
        StandIn("az", "echo \"$*\" >>calls");

        var run = await RunAsync("subscribe.sh", without: "EVENT_TOPIC");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("EVENT_TOPIC is not set.", run.Errors);
        Assert.Empty(Calls);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Calls =>
        File.Exists(Path.Combine(folder, "calls")) ? File.ReadAllText(Path.Combine(folder, "calls")) : "";

    private void StandIn(string name, string script)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, $"#!/bin/sh\nhere=$PWD\ncd '{folder}'\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    /// <summary>What the app says of settings when it starts.</summary>
    private static IReadOnlyList<string> MistakesIn(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        try
        {
            new ServiceCollection().AddSettings(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
            return [];
        }
        catch (SettingsException wrong)
        {
            return wrong.Sentences;
        }
    }

    private async Task<(int ExitCode, string Errors)> RunAsync(
        string hook,
        string argument = "",
        string without = "",
        string location = "AZURE_LOCATION's"
    )
    {
        var path = ("PATH", (string?)$"{folder}:{Environment.GetEnvironmentVariable("PATH")}");
        var names = Names.Where(name => name != without).Select(name => (name, (string?)$"{name}'s"));
        string[] arguments =
        [
            Repository.PathOf($"infra/hooks/{hook}"),
            .. argument.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ];
        var run = await Tool.RunAsync("sh", arguments, "", [path, ("AZURE_LOCATION", location), .. names]);
        return (run.ExitCode, run.StandardError);
    }
}
