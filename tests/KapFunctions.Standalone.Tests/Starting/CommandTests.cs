using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using KapFunctions.Testing;

namespace KapFunctions.Standalone.Tests.Starting;

public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TheoryWith<Unix>]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGTERM)]
    public async Task A_saved_file_is_published_a_deleted_one_is_not_and_a_signal_ends_it_all(PosixSignal signal)
    {
        var account = await SharedAzurite.NewAccountAsync();
        using var command = new CommandProcess(
            "--connection",
            account,
            "--urls",
            "http://127.0.0.1:0",
            "--content",
            folder.Path
        );

        var site = (await command.LineWithAsync("  Site")).Split(' ')[^1];
        // Until then the first reconcile may publish a file that the poller has not seen, and so cannot miss.
        await command.LineWithAsync("The index is complete");
        folder.Write("posts/hello.md", "---\ntitle: Hello\ndate: 2026-01-02\n---\nHello.");
        await command.LineWithAsync("Published   posts/hello.md → /hello");
        folder.Delete("posts/hello.md");
        await command.LineWithAsync("Unpublished posts/hello.md");
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(site + "/no/such/address")).StatusCode);

        command.Signal(signal);
        var end = await command.EndAsync();
        Assert.Equal((0, ""), (end.ExitCode, end.Errors));
        Assert.EndsWith("stopped\n", end.Output);
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        using var command = new CommandProcess("--help");
        var end = await command.EndAsync();

        Assert.Equal(0, end.ExitCode);
        Assert.All(
            ["--content <DIR>", "--urls <URLS>", "--connection <STRING>", "--no-azurite", "--help"],
            option => Assert.Contains(option, end.Output)
        );
    }

    [Fact]
    public async Task A_storage_that_cannot_be_understood_is_an_error_that_says_what_to_do() =>
        await AssertFailsAsync("ContentStorage is no storage connection string", "--connection", "nonsense");

    [Fact]
    public async Task A_folder_that_does_not_exist_is_an_error_that_names_it()
    {
        var missing = Path.Combine(folder.Path, "missing");
        await AssertFailsAsync($"There is no folder {missing}", "--content", missing);
    }

    [Theory]
    [InlineData("nonsense", "Cannot listen at nonsense")]
    [InlineData("taken", "is taken by another program")]
    public async Task An_address_that_cannot_be_used_is_an_error_that_says_so(string urls, string expected)
    {
        var account = await SharedAzurite.NewAccountAsync();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = urls == "taken" ? $"http://{other.LocalEndpoint}" : urls;

        await AssertFailsAsync(expected, "--connection", account, "--urls", address);
    }

    [Fact]
    public async Task Wrong_settings_end_the_start_at_once_with_a_sentence_for_each()
    {
        using var command = new CommandProcess([
            ("Site__Url", "nonsense"),
            ("Preview__Keys", "a:s3cret"),
            ("ContentStorage__accountName", "example"),
        ]);
        var end = await command.EndAsync();

        Assert.Equal(1, end.ExitCode);
        Assert.Collection(
            end.Errors.TrimEnd().Split('\n'),
            line => Assert.StartsWith("error: ContentStorage names an account but no identity", line),
            line => Assert.StartsWith("error: Site__Url is no web address", line),
            line => Assert.StartsWith("error: Preview__Keys has a malformed key at place 1", line)
        );
        Assert.DoesNotContain("s3cret", end.Errors + end.Output);
    }

    [Fact]
    public async Task A_weak_function_key_ends_the_start_and_is_not_shown()
    {
        using var command = new CommandProcess([
            ("FunctionKeys__Host", "s3cret"),
            ("FunctionKeys__Functions__Editors", "0"),
        ]);
        var end = await command.EndAsync();

        Assert.Equal(1, end.ExitCode);
        Assert.StartsWith("error: FunctionKeys__Functions__Editors and FunctionKeys__Host: ", end.Errors);
        Assert.DoesNotContain("s3cret", end.Errors + end.Output);
    }

    [FactWith<Unix>]
    public async Task A_configured_key_is_not_shown()
    {
        var account = await SharedAzurite.NewAccountAsync();
        using var command = new CommandProcess(
            [("Editor__OwnerKey", "s3cret-of-somebody")],
            "--connection",
            account,
            "--urls",
            "http://127.0.0.1:0"
        );

        Assert.EndsWith("the setting Editor__OwnerKey", await command.LineWithAsync("  Key"));
        command.Signal(PosixSignal.SIGTERM);
        Assert.DoesNotContain("s3cret", (await command.EndAsync()).Output);
    }

    private static async Task AssertFailsAsync(string expected, params string[] arguments)
    {
        using var command = new CommandProcess(arguments);
        var end = await command.EndAsync();

        Assert.Equal(1, end.ExitCode);
        Assert.StartsWith("error: ", end.Errors);
        Assert.Contains(expected, end.Errors);
        Assert.Single(end.Errors.TrimEnd().Split('\n'));
    }
}
