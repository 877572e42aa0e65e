using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using KapFunctions.Testing;

namespace KapFunctions.Standalone.Tests.Starting;

/// <summary>The command as a newcomer types it: it brings up an Azurite of its own, and leaves none behind.</summary>
public sealed class OwnEmulatorTests : IDisposable
{
    private readonly OwnEmulator emulator = new();
    private readonly TemporaryFolder programs = new();

    public void Dispose()
    {
        emulator.Dispose();
        programs.Dispose();
    }

    [FactWith<Unix>]
    public async Task The_first_command_of_the_README_brings_up_the_sample_site_and_a_signal_ends_all_of_it()
    {
        using var command = CommandProcess.AsTheReadmeSays(
            "--connection",
            emulator.ConnectionString,
            "--urls",
            AnyPort
        );
        var site = (await command.LineWithAsync("  Site")).Split(' ')[^1];
        await command.LineWithAsync("Published");

        Assert.Contains("\"slug\"", await FirstAnswerAsync(site + "/api/posts?limit=1"));

        command.Signal(PosixSignal.SIGTERM);
        var end = await command.EndAsync();
        Assert.Equal((0, ""), (end.ExitCode, end.Errors));
        await emulator.EndsAsync();
    }

    [FactWith<Unix>]
    public async Task Even_a_killed_command_leaves_no_Azurite_behind()
    {
        using var command = new CommandProcess("--connection", emulator.ConnectionString, "--urls", AnyPort);
        await command.LineWithAsync("  Site");

        command.KillAlone();

        await emulator.EndsAsync();
    }

    [FactWith<Unix>]
    public async Task Without_Node_it_says_what_to_install() =>
        await AssertFailsAsync(
            "Node.js was not found, and the storage emulator Azurite needs it. Install Node.js 20 or newer",
            path: "/nonexistent"
        );

    [FactWith<Unix>]
    public async Task An_old_Node_is_named() =>
        await AssertFailsAsync("Node.js v16.20.2 is too old", path: NodeThat("echo v16.20.2"));

    [FactWith<Unix>]
    public async Task A_full_disk_is_told_in_a_sentence() =>
        await AssertFailsAsync(
            "is full. Azurite keeps the content there: make room and start again.",
            NodeThat(
                "[ \"$1\" = --version ] && echo v20.0.0 && exit",
                "echo 'Error: ENOSPC: no space left on device, write' >&2",
                "exit 1"
            )
        );

    [Fact]
    public async Task A_port_that_another_program_has_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, emulator.QueuePort);
        other.Start();

        await AssertFailsAsync($"Port {emulator.QueuePort} is taken by a program that is not Azurite.");
    }

    /// <summary>The first answer that is not "not ready": a new index is served once it is complete.</summary>
    private static async Task<string> FirstAnswerAsync(string address)
    {
        using var client = new HttpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var answer = await client.GetAsync(address, patience.Token);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                return await answer.Content.ReadAsStringAsync(patience.Token);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    private const string AnyPort = "http://127.0.0.1:0";

    private async Task AssertFailsAsync(string expected, string? path = null)
    {
        using var command = new CommandProcess(
            path is null ? [] : [("PATH", path)],
            "--connection",
            emulator.ConnectionString,
            "--urls",
            AnyPort
        );
        var end = await command.EndAsync();

        Assert.Equal(1, end.ExitCode);
        Assert.StartsWith("error: ", end.Errors);
        Assert.Contains(expected, end.Errors);
        Assert.Single(end.Errors.TrimEnd().Split('\n'));
        await emulator.EndsAsync();
    }

    /// <summary>A folder with a program called node that does as it is told.</summary>
    private string NodeThat(params string[] lines)
    {
        programs.Write("node", string.Join('\n', ["#!/bin/sh", .. lines, ""]));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                Path.Combine(programs.Path, "node"),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }

        return programs.Path;
    }
}
