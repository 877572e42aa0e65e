using KapFunctions.Settings;
using KapFunctions.Standalone.Azurite;
using KapFunctions.Standalone.Triggers;
using KapFunctions.Storage;

namespace KapFunctions.Standalone.Starting;

/// <summary>The settings of this start: the environment's, with what the command line and this machine add.</summary>
internal sealed record LocalSettings(IReadOnlyDictionary<string, string?> Added, StorageClients Storage, LocalKey Key)
{
    /// <exception cref="SettingsException">Some setting is missing or wrong; all of them are named.</exception>
    /// <exception cref="StartupException">No function key is set, and none can be kept.</exception>
    public static LocalSettings Of(StartOptions options)
    {
        var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var key = LocalKey.Find(environment);
        var added = new Dictionary<string, string?>();
        if (!key.IsConfigured)
        {
            added[FunctionKeys.MasterKeySetting] = key.Value;
            if (string.IsNullOrEmpty(environment[PreviewOptions.KeysSetting]))
            {
                added[PreviewOptions.KeysSetting] = key.ForPreviews();
            }
        }

        if (options.Connection is not null || !environment.GetSection(StorageNames.Connection).Exists())
        {
            added[StorageNames.Connection] = options.Connection ?? Emulator.Connection;
        }

        // Checked here already: nothing is started for settings that are wrong.
        var all = new ConfigurationBuilder().AddConfiguration(environment).AddInMemoryCollection(added).Build();
        new ServiceCollection().AddSettings(all);
        return new(added, StorageClients.From(all), key);
    }
}
