using System.Text;
using KapFunctions.Http.SignIn;
using KapFunctions.Standalone.Invocation;
using KapFunctions.Storage.Keys;
using KapFunctions.Testing;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Tests.Editor;

/// <summary>The table of the editors' functions and roles, tried against a real host in both ways to be let in.</summary>
public sealed class RoleTests
{
    /// <summary>Whom each function lets in, once more and by hand: a slip in the table itself shows as a difference.</summary>
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["anyone"] = "GetPreview GetPreviewHtml",
        ["desk"] = "GetDesk GetDeskAsset",
        ["author"] =
            "GetMe GetEditorPosts GetFile GetFileVersions GetMediaFiles GetNext GetNextDifference GetProblems GetStatus "
            + "CreatePreview ConvertToMarkdown FetchPicture PutNext DeleteNext PutFile RestoreFile",
        ["editor"] = "DeleteFile PublishNext RecordReview GetWebhooks RetryWebhook",
        ["owner"] = "StartRebuild GetKeys AddKey RevokeKey",
        ["master"] = "MakeOwnerKey",
    };

    private static readonly IReadOnlyList<FunctionMethod> Functions =
    [
        .. FunctionMethod
            .In(typeof(ServiceRegistration).Assembly.GetTypes())
            .Where(function => function.Trigger is HttpTriggerAttribute),
    ];

    [Fact]
    public void Every_function_of_the_editors_stands_in_the_table_and_no_other()
    {
        var ofEditors = Functions
            .Where(function =>
                function.Method.DeclaringType!.Namespace!.StartsWith("KapFunctions.Editor", StringComparison.Ordinal)
                || RouteOf(function).StartsWith("api/editor", StringComparison.Ordinal)
            )
            .Select(function => function.Name);

        Assert.Equal(ofEditors.Order(), EditorAccess.Table.Functions.Order());
        Assert.Equal(
            Expected.SelectMany(one => one.Value.Split(' ').Select(name => $"{name}: {one.Key}")).Order(),
            EditorAccess
                .Table.Functions.Select(name => $"{name}: {EditorAccess.Table.Of(name).ToString()!.ToLowerInvariant()}")
                .Order()
        );
    }

    /// <summary>The host asks for the master key alone: function keys open nothing of the editors'.</summary>
    [Fact]
    public void The_host_asks_for_no_key_but_the_master_key() =>
        Assert.All(
            Functions,
            function =>
                Assert.Equal(
                    EditorAccess.Table.Of(function.Name) == Access.Master
                        ? AuthorizationLevel.Admin
                        : AuthorizationLevel.Anonymous,
                    ((HttpTriggerAttribute)function.Trigger).AuthLevel
                )
        );

    [Fact]
    public async Task Each_role_is_let_in_to_what_is_its_own_by_its_key()
    {
        await using var site = await TestSite.StartAsync(
            settings: new() { ["FunctionKeys:Host"] = "a-key-of-the-host" }
        );
        var keys = new Dictionary<Role, string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            keys[role] = await site.MakeKeyAsync(role);
        }

        await TryAllAsync(
            site,
            role => role is { } one ? ("x-functions-key", keys[one]) : ("x-functions-key", "a-key-of-the-host"),
            isDeskOpen: true
        );
    }

    [Fact]
    public async Task Each_role_is_let_in_to_what_is_its_own_by_its_sign_in()
    {
        await using var site = await SignInTests.StartAsync();

        await TryAllAsync(
            site,
            role =>
                role is { } one
                    ? SignInTests.Principal(role: one.ToString())
                    : ("x-functions-key", TestSite.FunctionKey),
            isDeskOpen: false
        );
    }

    private static async Task TryAllAsync(TestSite site, Func<Role?, (string, string)> credentials, bool isDeskOpen)
    {
        var wrong = new List<string>();
        foreach (var function in Functions)
        {
            if (EditorAccess.Table.Of(function.Name) is not { } access)
            {
                continue;
            }

            foreach (var role in new Role?[] { null, Role.Author, Role.Editor, Role.Owner })
            {
                foreach (var method in ((HttpTriggerAttribute)function.Trigger).Methods!)
                {
                    using var request = new HttpRequestMessage(new(method), "/" + RouteOf(function));
                    if (method is "post")
                    {
                        request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
                    }

                    var status = (await site.SendAsync(request, credentials(role))).Status;
                    if (
                        IsLetIn(status) != MayPass(access, role, isDeskOpen)
                        || (!IsLetIn(status) && !IsRight(status, access, role))
                    )
                    {
                        wrong.Add($"{method} {function.Name} as {role?.ToString() ?? "nobody"}: {status}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static bool MayPass(Access access, Role? role, bool isDeskOpen) =>
        access switch
        {
            Access.Anyone => true,
            Access.Desk => isDeskOpen || role is not null,
            Access.Author => role >= Role.Author,
            Access.Editor => role >= Role.Editor,
            Access.Owner => role >= Role.Owner,
            // No key of a role is the master key.
            _ => false,
        };

    // Beyond the gate the requests come to nothing, having neither path nor body.
    private static bool IsLetIn(int status) => status is not (301 or 302 or 401 or 403 or 429);

    private static bool IsRight(int status, Access access, Role? role) =>
        (access, role) switch
        {
            (Access.Master, _) => status == 401,
            (Access.Desk, null) => status is 302 or 401,
            (_, null) => status == 401,
            _ => status == 403,
        };

    private static string RouteOf(FunctionMethod function) =>
        ((HttpTriggerAttribute)function.Trigger)
            .Route!.Replace("{token}", "t", StringComparison.Ordinal)
            .Replace("{name}", "n", StringComparison.Ordinal);
}
