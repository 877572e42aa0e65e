using KapFunctions.Settings;
using KapFunctions.Standalone.Azurite;
using KapFunctions.Standalone.Machine;
using KapFunctions.Standalone.Triggers;
using KapFunctions.Storage.Account;

namespace KapFunctions.Standalone.Starting;

/// <summary>The environment's settings, with what the command line and this machine add.</summary>
internal sealed record LocalSettings(IReadOnlyDictionary<string, string?> Added, StorageClients Storage, LocalKey Key)
{
    /// <exception cref="SettingsException">Some setting is missing or wrong; all of them are named.</exception>
    /// <exception cref="StartupException">No key is set, and none can be kept.</exception>
    public static LocalSettings Of(StartOptions options)
    {
        var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var key = LocalKey.Find(environment);
        var added = new Dictionary<string, string?>();
        if (key.Value is { } made)
        {
            added[FunctionKeys.MasterKeySetting] = made;
            added[EditorKeyOptions.OwnerKeySetting] = made;
            if (string.IsNullOrEmpty(environment[PreviewOptions.KeysSetting]))
            {
                added[PreviewOptions.KeysSetting] = LocalKey.ForPreviews(made);
            }
        }

        if (options.Connection is not null || !environment.GetSection(StorageNames.Connection).Exists())
        {
            added[StorageNames.Connection] = options.Connection ?? Emulator.Connection;
        }

        if (string.IsNullOrEmpty(environment[SiteOptions.UrlSetting]) && AddressOf(options) is { } address)
        {
            added[SiteOptions.UrlSetting] = address;
        }

        // Checked here already: nothing is started for settings that are wrong.
        var all = new ConfigurationBuilder().AddConfiguration(environment).AddInMemoryCollection(added).Build();
        new ServiceCollection().AddSettings(all);
        return new(added, StorageClients.From(all), key);
    }

    /// <summary>For a browser on this machine. Null where other machines are to reach it, or the port is not known yet.</summary>
    private static string? AddressOf(StartOptions options) =>
        Uri.TryCreate(options.Urls.Split(';')[0], UriKind.Absolute, out var url)
        && url is { IsLoopback: true, Port: > 0 }
            ? url.GetLeftPart(UriPartial.Authority)
            : null;
}
