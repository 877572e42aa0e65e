using System.Text.RegularExpressions;

namespace KapFunctions.Infra.Tests;

/// <summary>What runs in the repository's workflows is what was looked at, and holds no more rights than it needs.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string[] Files = [.. Directory.GetFiles(Repository.PathOf(".github/workflows"))];

    public static TheoryData<string> Workflows => [.. Files.Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_pinned_to_a_commit_beside_the_name_of_its_release(string workflow) =>
        Assert.All(
            Lines(workflow).Where(line => line.Contains("uses:", StringComparison.Ordinal)),
            line => Assert.Matches(PinnedAction(), line)
        );

    [Fact]
    public void A_job_that_runs_the_code_of_packages_can_neither_sign_in_nor_sign()
    {
        foreach (var job in Files.SelectMany(path => Jobs(Path.GetFileName(path))))
        {
            if (
                job.Contains("dotnet", StringComparison.Ordinal) || job.Contains("publish.sh", StringComparison.Ordinal)
            )
            {
                Assert.DoesNotContain("id-token", job);
                Assert.DoesNotContain(": write", job);
                Assert.DoesNotContain("secrets.", job);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Rights_are_given_job_by_job(string workflow)
    {
        var head = string.Join('\n', Lines(workflow).TakeWhile(line => line != "jobs:"));

        Assert.Matches(@"(?m)^permissions:( \{\}|\n  contents: read)$", head);
        Assert.DoesNotContain("write", head);
    }

    private static string[] Lines(string workflow) => Repository.Read($".github/workflows/{workflow}").Split('\n');

    private static IEnumerable<string> Jobs(string workflow) =>
        JobHead().Split(string.Join('\n', Lines(workflow).SkipWhile(line => line != "jobs:").Skip(1))).Skip(1);

    [GeneratedRegex(@"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex PinnedAction();

    [GeneratedRegex(@"(?m)^  \w+:$")]
    private static partial Regex JobHead();
}
