using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KapFunctions.Testing;
using Xunit.Abstractions;

namespace KapFunctions.Infra.Tests;

/// <summary>Whatever an environment is called, what is named after it can be named so. KAP_SEED repeats a run.</summary>
public sealed partial class NameTests(ITestOutputHelper output) : IDisposable
{
    // What makes an app's name unique: a hyphen and six characters.
    private const int MostCharactersOfSite = 20;

    private static readonly string[] Odd =
    [
        "-",
        "---",
        "a",
        "A",
        "1",
        "_",
        ".",
        "()",
        " ",
        "practice",
        "Practice",
        "PRACTICE-2",
        "my--practice",
        "my---practice--",
        "-practice",
        "practice-",
        "practice_of.dr-(jones)",
        "exactly-twenty-chars",
        "nineteen-and-hyphe-n",
        "a-name-of-nineteen--and-more",
        "0123456789012345678-and-more",
        new string('a', 64),
        new string('-', 64),
        "Praxis Müller",
        "心理",
        "İstanbul",
        "\u212Aelvin",
        "👩‍⚕️ practice",
        "microsoft",
        "my-Windows-practice",
        "Login",
        "xbox1",
        "mic_rosoft",
        "'; drop",
        "${practice}",
        "practice\n",
        "practice\0",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("kap-names-").FullName;

    [FactWith<Bicep>]
    public async Task An_environment_of_any_name_makes_names_that_hosts_queues_and_functions_may_have()
    {
        var names = Odd.Concat(Drawn(300)).ToArray();

        var made = await MadeOfAsync(names);

        Assert.All(
            names.Zip(made),
            pair =>
            {
                Assert.Matches(WordsAndHyphens(), pair.Second);
                Assert.InRange(pair.Second.Length, 1, MostCharactersOfSite);
                Assert.DoesNotContain("microsoft", pair.Second, StringComparison.Ordinal);
                Assert.DoesNotContain("windows", pair.Second, StringComparison.Ordinal);
                Assert.False(pair.Second.StartsWith("login", StringComparison.Ordinal));
                Assert.False(pair.Second.StartsWith("xbox", StringComparison.Ordinal));
            }
        );
        // What is right is left as it is, so that a site keeps its addresses.
        Assert.Equal(made, await MadeOfAsync(made));
    }

    [TheoryWith<Bicep>]
    [InlineData("practice", "rg-practice", "practice")]
    [InlineData("My--Practice_", "rg-my-practice-{token}", "my-practice")]
    [InlineData("(Praxis).", "rg-praxis-{token}", "praxis")]
    [InlineData("-", "rg-site-{token}", "site")]
    public async Task A_site_is_made_whatever_its_environment_is_called(string name, string group, string site)
    {
        var resources = await PredictAsync(
            "infra/main.bicep",
            $"param name = '{name}'\nparam location = 'swedencentral'"
        );

        var app = resources.Single(one => one.GetProperty("type").GetString() == "Microsoft.Web/sites");
        var made = Golden.NameOf(app);
        Assert.StartsWith($"{site}-", made);
        var hostId = app.GetProperty("properties")
            .GetProperty("siteConfig")
            .GetProperty("appSettings")
            .EnumerateArray()
            .Single(setting => setting.GetProperty("name").GetString() == "AzureFunctionsWebHost__hostid")
            .GetProperty("value")
            .GetString()!;
        Assert.Matches(WordsAndHyphens(), hostId);
        Assert.InRange(hostId.Length, 1, 32);
        // The queue of blob events that the host makes.
        Assert.InRange($"azure-webjobs-blobtrigger-{hostId}".Length, 3, 63);
        var groupOfApp = app.GetProperty("id").GetString()!.Split('/')[4];
        Assert.Equal(group.Replace("{token}", made[^6..], StringComparison.Ordinal), groupOfApp);
        Assert.Equal(name, app.GetProperty("tags").GetProperty("azd-env-name").GetString());
        Assert.Equal("app", app.GetProperty("tags").GetProperty("azd-service-name").GetString());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<string[]> MadeOfAsync(IReadOnlyList<string> names)
    {
        var module = Path.GetRelativePath(folder, Repository.PathOf("infra/modules/site-name.bicep"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "names.bicep"),
            $$"""
            import { siteNameOf } from '{{module}}'
            param names string[]
            resource made 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
              name: 'made'
              location: 'swedencentral'
              tags: toObject(range(0, length(names)), i => string(i), i => siteNameOf(names[i]))
            }
            """
        );
        var listed = new StringBuilder("param names = [\n");
        foreach (var name in names)
        {
            listed.Append(CultureInfo.InvariantCulture, $"  '{Escaped(name)}'\n");
        }

        var tags = (await PredictAsync(Path.Combine(folder, "names.bicep"), $"{listed}]", "--resource-group", "any"))
            .Single()
            .GetProperty("tags");
        return [.. names.Select((_, i) => tags.GetProperty(i.ToString(CultureInfo.InvariantCulture)).GetString()!)];
    }

    private async Task<IReadOnlyList<JsonElement>> PredictAsync(string file, string parameters, params string[] scope)
    {
        var path = Path.Combine(folder, "site.bicepparam");
        var used = Path.GetRelativePath(folder, Repository.PathOf(file));
        await File.WriteAllTextAsync(path, $"using '{used}'\n{parameters}\n");
        var run = await Bicep.RunAsync(["snapshot", path, .. Golden.Place, .. scope, "--mode", "overwrite"]);
        Assert.True(run.ExitCode == 0, run.StandardError + run.StandardOutput);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "site.snapshot.json")));
        return [.. json.RootElement.Clone().GetProperty("predictedResources").EnumerateArray()];
    }

    // Of the characters that azd allows for the most part, and of any.
    private IEnumerable<string> Drawn(int count)
    {
        const string allowed = "abcxyzABCXYZ0189----__..()";
        var seed = Environment.GetEnvironmentVariable("KAP_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        output.WriteLine($"KAP_SEED={seed}");
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var length = random.Next(1, 65);
            yield return string.Concat(
                Enumerable
                    .Range(0, length)
                    .Select(_ =>
                        random.Next(20) > 0 ? allowed[random.Next(allowed.Length)] : (char)random.Next(' ', 0xD800)
                    )
            );
        }
    }

    private static string Escaped(string name) =>
        string.Concat(
            name.EnumerateRunes()
                .Select(rune =>
                    Rune.IsLetterOrDigit(rune) && rune.IsAscii
                        ? rune.ToString()
                        : $"\\u{{{rune.Value.ToString("x", CultureInfo.InvariantCulture)}}}"
                )
        );

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z")]
    private static partial Regex WordsAndHyphens();
}
