using System.CommandLine;
using KapFunctions.Cli.Checking;
using KapFunctions.Cli.Erasing;
using KapFunctions.Cli.Importing;
using KapFunctions.Cli.Keys;
using KapFunctions.Cli.Moving;
using KapFunctions.Cli.Pushing;
using KapFunctions.Cli.Status;
using KapFunctions.Cli.Terminal;
using KapFunctions.Cli.Writing;
using KapFunctions.Importing.Shared;
using KapFunctions.Storage.Account;

namespace KapFunctions.Cli;

internal static class KapCommand
{
    public static async Task<int> RunAsync(string[] arguments, Surroundings around)
    {
        var screen = new Screen(around);
        var root = new RootCommand("Checks, pushes, pulls and imports the content of a KapFunctions site.")
        {
            CheckCommand.Create(around, screen),
            NewCommand.Create(around, screen),
            ReviewCommand.Create(around, screen),
            TranslatedCommand.Create(around, screen),
            SchemaCommand.Create(around, screen),
            MoveCommand.Create(around, screen),
            PushCommand.Create(around, screen),
            PublishCommand.Create(around, screen),
            PullCommand.Create(around, screen),
            StatusCommand.Create(around, screen),
            KeysCommand.Create(around, screen),
            EraseCommand.Create(around, screen),
            ImportCommand.Create(around, screen),
            AddressesCommand.Create(around, screen),
        };
        var parsed = root.Parse(arguments);
        var configuration = new InvocationConfiguration
        {
            Output = around.Out,
            Error = around.Errors,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            var code = await parsed.InvokeAsync(configuration);
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
        }
        catch (Exception wrong) when (wrong is UsageException or ImportException)
        {
            screen.Fail(wrong.Message);
            return ExitCodes.Usage;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SiteException)
        {
            screen.Fail(failure.Message);
            return ExitCodes.Mend;
        }
        catch (Exception failure) when (StorageFailure.SentenceOf(failure) is { } sentence)
        {
            screen.Fail(sentence);
            return ExitCodes.Mend;
        }
        catch (OperationCanceledException)
        {
            screen.Fail("stopped before it was done");
            return ExitCodes.Mend;
        }
    }
}
