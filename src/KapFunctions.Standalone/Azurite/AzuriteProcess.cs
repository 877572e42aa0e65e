using System.Diagnostics;
using System.Text;
using KapFunctions.Standalone.Machine;

namespace KapFunctions.Standalone.Azurite;

/// <summary>Ends when this is disposed, and also when this process is killed.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly StringBuilder printed = new();
    private readonly AzuriteEndpoints endpoints = new();
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AzuriteProcess(Process process) => this.process = process;

    public string ConnectionString => endpoints.ConnectionString;

    public string ConnectionStringOf(string account, string key) => endpoints.ConnectionStringOf(account, key);

    /// <summary>Completes when the emulator has ended, asked to or not.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>On free ports, everything in memory.</summary>
    /// <param name="accounts">Accounts and their keys, in base64; null for the emulator's well-known one.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StartupException">It cannot be installed or started; the message says why.</exception>
    public static async Task<AzuriteProcess> StartInMemoryAsync(
        IReadOnlyDictionary<string, string>? accounts = null,
        CancellationToken cancellation = default
    )
    {
        var folder = await AzuriteInstallation.EnsureAsync(installing: null, cancellation);
        return await StartAsync(
            folder,
            ["--inMemoryPersistence", .. AzuritePorts.Free.Arguments],
            folder,
            accounts,
            cancellation
        );
    }

    /// <exception cref="StartupException">It cannot be installed or started; the message says why.</exception>
    public static async Task<AzuriteProcess> StartAsync(
        string dataFolder,
        AzuritePorts ports,
        Action? installing,
        CancellationToken cancellation = default
    )
    {
        var folder = await AzuriteInstallation.EnsureAsync(installing, cancellation);
        return await StartAsync(
            folder,
            ["--location", dataFolder, .. ports.Arguments],
            dataFolder,
            accounts: null,
            cancellation
        );
    }

    public async ValueTask DisposeAsync()
    {
        // The end of its standard input asks it to close its stores; see start.cjs.
        process.StandardInput.Close();
        try
        {
            await Ended.WaitAsync(ClosingTime);
        }
        catch (TimeoutException)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static async Task<AzuriteProcess> StartAsync(
        string folder,
        string[] arguments,
        string dataFolder,
        IReadOnlyDictionary<string, string>? accounts,
        CancellationToken cancellation
    )
    {
        var start = new ProcessStartInfo("node")
        {
            ArgumentList = { "start.cjs", "--silent", "--disableTelemetry", "--skipApiVersionCheck" },
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Array.ForEach(arguments, start.ArgumentList.Add);
        if (accounts is not null)
        {
            start.Environment["AZURITE_ACCOUNTS"] = string.Join(
                ';',
                accounts.Select(account => $"{account.Key}:{account.Value}")
            );
        }

        var azurite = new AzuriteProcess(Process.Start(start)!);
        azurite.Ended = azurite.ReadToEndAsync();
        try
        {
            await Task.WhenAny(azurite.listening.Task, azurite.Ended).WaitAsync(Patience, cancellation);
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }

        if (azurite.listening.Task.IsCompleted)
        {
            return azurite;
        }

        await azurite.DisposeAsync();
        throw AzuriteFailure.OfStart(azurite.printed.ToString(), dataFolder);
    }

    private Task ReadToEndAsync() =>
        Task.WhenAll(
            ReadAsync(process.StandardOutput),
            ReadAsync(process.StandardError),
            process.WaitForExitAsync(CancellationToken.None)
        );

    /// <summary>Reads to the end, so that no pipe ever fills up; what comes after the start is of no use.</summary>
    private async Task ReadAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            lock (printed)
            {
                if (listening.Task.IsCompleted)
                {
                    continue;
                }

                printed.AppendLine(line);
                endpoints.Read(line);
                if (endpoints.AreComplete)
                {
                    listening.SetResult();
                }
            }
        }
    }
}
