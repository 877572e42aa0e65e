using System.CommandLine;
using KapFunctions.Cli.Terminal;
using KapFunctions.Storage.Account;

namespace KapFunctions.Cli.Account;

/// <summary>The command line wins over the environment as the site itself reads it.</summary>
internal sealed class StorageOptions(Surroundings around)
{
    private readonly Option<string?> connection = new("--connection")
    {
        Description =
            "Connection string of the storage account. Better kept out of the command line, in the environment variable ContentStorage.",
        HelpName = "STRING",
    };

    private readonly Option<string?> account = new("--account-url")
    {
        Description =
            "Address of the account's blob service, such as https://example.blob.core.windows.net, to sign in with your own identity.",
        HelpName = "URL",
    };

    public void AddTo(Command command)
    {
        command.Add(connection);
        command.Add(account);
    }

    /// <summary>No call is made yet.</summary>
    /// <exception cref="UsageException">No storage was named, or not readably; the message repeats no secret.</exception>
    public StorageClients Read(ParseResult parsed)
    {
        var text = parsed.GetValue(connection);
        var url = parsed.GetValue(account);
        if (text is not null && url is not null)
        {
            throw new UsageException("--connection and --account-url name two accounts. Give one of them.");
        }
        return url is not null ? AtAccount(url) : AtConnection(text ?? around.Variable(StorageNames.Connection));
    }

    private static StorageClients AtAccount(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { Scheme: "https", Query: "", UserInfo: "" }
            ? StorageClients.FromAccount(uri)
            : throw new UsageException(
                "--account-url is not an https address without a query. Give the blob service's, such as https://example.blob.core.windows.net."
            );

    private static StorageClients AtConnection(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw new UsageException(
                $"No storage account is named. Set the environment variable {StorageNames.Connection} to its connection string (UseDevelopmentStorage=true for the emulator), or give --account-url."
            );
        }
        try
        {
            return StorageClients.FromConnectionString(text);
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException)
        {
            // What the SDK says of it may quote the key.
            throw new UsageException(
                "The connection string cannot be read. Copy it again from the account's access keys."
            );
        }
    }
}
