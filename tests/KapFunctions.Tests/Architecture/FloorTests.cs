using Xunit.Abstractions;

namespace KapFunctions.Tests.Architecture;

/// <summary>
/// The house: a folder stands on those of lower floors, and names neither one above nor one beside it. What is in no folder
/// is a project's roof. docs/architecture.md shows the same table.
/// </summary>
public sealed class FloorTests(ITestOutputHelper output)
{
    /// <summary>The folders of each project, from the ground up.</summary>
    private static readonly Dictionary<string, string[][]> Floors = new()
    {
        ["KapFunctions"] =
        [
            ["Settings", "Telemetry", "Pictures"],
            ["Http"],
            ["Reading"],
            ["Publishing", "Delivery"],
            ["Following", "Site"],
            ["Editor"],
        ],
        ["KapFunctions.Content"] =
        [
            ["Text", "Dates"],
            ["Problems", "Settings"],
            ["Links"],
            ["Sources"],
            ["Posts", "FrontMatter", "Placeholders", "Themes"],
            ["Metadata", "OwnFields", "Redirects", "Rendering", "PageHead"],
            ["Comments", "ForeignTemplates", "Code", "Site"],
            ["Alerts", "LinksAndMedia"],
            ["Html", "WikiLinks"],
            ["Elements", "MarkdownExport", "Checks"],
            ["Pipeline"],
            ["Assembly"],
        ],
        ["KapFunctions.Query"] =
        [
            ["Sqlite", "Snowball"],
            ["Words"],
            ["Nql", "Replicas"],
            ["Filters", "Search"],
            ["Posts", "Terms"],
        ],
        ["KapFunctions.Storage"] =
        [
            ["Account", "TemporaryFiles"],
            ["Files", "Keys"],
            ["Rendered", "Index"],
            ["Queues"],
            ["Erasing"],
        ],
        ["KapFunctions.Standalone"] =
        [
            ["Machine", "Invocation", "Screen", "Mirroring"],
            ["Azurite"],
            ["Triggers"],
            ["Hosting"],
            ["Starting"],
        ],
        ["KapFunctions.Importing"] =
        [
            ["Shared", "Html"],
            ["Generators", "Ghost", "Sites", "WordPress"],
        ],
        ["KapFunctions.Cli"] =
        [
            ["Terminal"],
            ["Account", "Folders", "Writing"],
            ["Checking"],
            ["Pushing", "Erasing", "Importing", "Status"],
            ["Moving", "Keys"],
        ],
    };

    private static readonly string[] OnStorage =
    [
        "KapFunctions",
        "KapFunctions.Content",
        "KapFunctions.Query",
        "KapFunctions.Cli",
    ];

    public static TheoryData<string> Projects => [.. Floors.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_folder_names_only_what_it_stands_on(string project)
    {
        var floors = Floors[project];
        var floorOf = floors
            .SelectMany((folders, floor) => folders.Select(folder => (folder, floor)))
            .ToDictionary(one => one.folder, one => one.floor);

        var wrong = ReferencesIn(project)
            .Select(one => (one.Where, From: FolderOf(one.From, project), To: FolderOf(one.To, project)))
            .Where(one => one.From != one.To)
            .Where(one => FloorOf(one.To) >= FloorOf(one.From))
            .Select(one => $"{one.From}/{one.Where} names {one.To}")
            .ToList();

        Assert.Empty(wrong);

        // What stands in no folder is the roof, and a folder without a floor is one that nobody has thought about.
        int FloorOf(string folder) => folder.Length == 0 ? floors.Length : floorOf[folder];
    }

    [Theory]
    [InlineData("KapFunctions")]
    [InlineData("KapFunctions.Azure")]
    [InlineData("KapFunctions.Cli")]
    [InlineData("KapFunctions.Content")]
    [InlineData("KapFunctions.Importing")]
    [InlineData("KapFunctions.Query")]
    [InlineData("KapFunctions.Standalone")]
    [InlineData("KapFunctions.Storage")]
    public void No_folders_of_a_project_lean_on_each_other(string project)
    {
        var references = ReferencesIn(project);
        var namespaces = references.SelectMany(one => new[] { one.From, one.To }).Distinct().ToList();
        var parents = namespaces
            .Select(ParentOf)
            .Append(project)
            .Where(one => one.StartsWith(project, StringComparison.Ordinal))
            .Distinct();

        foreach (var parent in parents)
        {
            var arrows = references
                .Where(one => IsBelow(one.From, parent) && IsBelow(one.To, parent))
                .Select(one => (From: FolderOf(one.From, parent), To: FolderOf(one.To, parent), one.Where))
                .Where(one => one.From != one.To)
                .ToList();
            foreach (var circle in Circles(arrows.Select(one => (one.From, one.To))))
            {
                foreach (
                    var (from, to, where) in arrows.Where(one => circle.Contains(one.From) && circle.Contains(one.To))
                )
                {
                    output.WriteLine($"{parent}: {from}/{where} names {to}");
                }

                Assert.Fail($"In {parent} these lean on each other: {string.Join(", ", circle.Select(Named))}");
            }
        }
    }

    /// <summary>What may name the SDK of the storage account beside Storage itself, and why.</summary>
    [Fact]
    public void Only_Storage_names_the_storage_SDK()
    {
        string[] allowed =
        [
            // The blob trigger's parameter.
            "KapFunctions.Publishing PublishContent",
            // Signing in for the purge of the cache in front.
            "KapFunctions.Following.Cdn CdnCache",
            "KapFunctions.Settings CdnOptions",
            // What storage throws becomes an answer, a line of the log, or a sentence on the screen.
            "KapFunctions ExceptionProblems",
            "KapFunctions.Telemetry FailureFacts",
            "KapFunctions.Cli.Pushing PullCommand",
            "KapFunctions.Cli.Pushing PushCommand",
        ];

        var named = OnStorage.SelectMany(project => FolderReferences.To("Azure", PathOf(project)));

        Assert.Empty(named.Select(one => $"{one.From} {one.Where}").Distinct().Except(allowed));
    }

    private static IReadOnlyList<FolderReference> ReferencesIn(string project) => FolderReferences.In(PathOf(project));

    private static string PathOf(string project) =>
        Path.Combine(AppContext.BaseDirectory, (project == "KapFunctions.Cli" ? "kap" : project) + ".dll");

    private static bool IsBelow(string name, string parent) =>
        name == parent || name.StartsWith(parent + ".", StringComparison.Ordinal);

    private static string ParentOf(string name) => name[..Math.Max(name.LastIndexOf('.'), 0)];

    /// <summary>The folder right below <paramref name="parent"/>; empty for what lies in the parent itself.</summary>
    private static string FolderOf(string name, string parent) =>
        name.Length == parent.Length ? "" : name[(parent.Length + 1)..].Split('.')[0];

    private static string Named(string folder) => folder.Length == 0 ? "its own files" : folder;

    /// <summary>The sets of nodes that can reach each other, beyond single ones.</summary>
    private static IEnumerable<IReadOnlyCollection<string>> Circles(IEnumerable<(string From, string To)> arrows)
    {
        var next = arrows.Distinct().ToLookup(arrow => arrow.From, arrow => arrow.To);
        var reached = next.ToDictionary(node => node.Key, node => Reach(node.Key));
        return reached
            .Keys.Select(node =>
                reached[node]
                    .Where(other => reached.TryGetValue(other, out var back) && back.Contains(node))
                    .Order()
                    .ToList()
            )
            .Where(circle => circle.Count > 1)
            .DistinctBy(circle => string.Join('/', circle));

        HashSet<string> Reach(string from)
        {
            var seen = new HashSet<string>();
            var open = new Stack<string>([from]);
            while (open.TryPop(out var node))
            {
                foreach (var other in next[node].Where(seen.Add))
                {
                    open.Push(other);
                }
            }

            return seen;
        }
    }
}
