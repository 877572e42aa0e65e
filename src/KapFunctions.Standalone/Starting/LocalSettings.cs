using KapFunctions.Standalone.Azurite;
using KapFunctions.Standalone.Triggers;
using KapFunctions.Storage;

namespace KapFunctions.Standalone.Starting;

/// <summary>The settings of this start: the environment's, with what the command line and this machine add.</summary>
internal sealed record LocalSettings(IReadOnlyDictionary<string, string?> Added, StorageClients Storage, LocalKey Key)
{
    /// <exception cref="StartupException">The storage is not named in a way that can be understood.</exception>
    public static LocalSettings Of(StartOptions options)
    {
        var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var storage = environment.GetSection(StorageNames.Connection);
        var key = LocalKey.Find(environment);
        var added = new Dictionary<string, string?>();
        if (!key.IsConfigured)
        {
            added[FunctionKeys.MasterKeySetting] = key.Value;
        }

        if (options.Connection is not null || !storage.Exists())
        {
            added[StorageNames.Connection] = options.Connection ?? Emulator.Connection;
        }

        var all = new ConfigurationBuilder().AddConfiguration(environment).AddInMemoryCollection(added).Build();
        return new(added, ClientsFrom(all), key);
    }

    private static StorageClients ClientsFrom(IConfiguration configuration)
    {
        try
        {
            return StorageClients.From(configuration);
        }
        catch (InvalidOperationException failure)
        {
            throw new StartupException(failure.Message, failure);
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException)
        {
            throw new StartupException(
                $"The storage connection string cannot be read: {failure.Message.TrimEnd('.')}. Copy it from the storage account's access keys, or leave it out to use the emulator.",
                failure
            );
        }
    }
}
