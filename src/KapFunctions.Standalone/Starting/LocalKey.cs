using System.Security.Cryptography;
using System.Text;
using KapFunctions.Settings;
using KapFunctions.Standalone.Machine;
using KapFunctions.Standalone.Triggers;
using KapFunctions.Storage.TemporaryFiles;

namespace KapFunctions.Standalone.Starting;

internal sealed record LocalKey(string Value, string Place, bool IsConfigured)
{
    private const string Random = "a random one (openssl rand -hex 16)";
    private const string Remedy = $"Set FunctionKeys__Master to {Random}.";

    /// <summary>The configured key, else the one in the state folder, which is made when it is first needed.</summary>
    /// <exception cref="StartupException">A key is weak, or none is set and none can be kept.</exception>
    public static LocalKey Find(IConfiguration configuration)
    {
        if (FunctionKeys.Weak(configuration).Select(SettingsReader.NameOf).ToList() is [_, ..] weak)
        {
            throw new StartupException(
                $"{string.Join(" and ", weak)}: a key this short can be guessed. Set it to {Random}."
            );
        }

        foreach (var setting in new[] { FunctionKeys.MasterKeySetting, FunctionKeys.HostKeySetting })
        {
            if (configuration[setting] is { Length: > 0 } configured)
            {
                return new(configured, $"the setting {SettingsReader.NameOf(setting)}", IsConfigured: true);
            }
        }

        if (Repository.Root is null)
        {
            // As in a container, of which there may be several: each would make a key of its own.
            throw new StartupException($"No function key is set. {Remedy}");
        }

        var file = Path.Combine(Repository.StateFolder, "function-key");
        return new(ReadOrCreate(file), Path.GetRelativePath(Environment.CurrentDirectory, file), IsConfigured: false);
    }

    /// <summary>Made from this key, so that a machine keeps one secret and not two.</summary>
    public string ForPreviews() =>
        "local:"
        + Convert.ToBase64String(
            HKDF.DeriveKey(
                HashAlgorithmName.SHA256,
                Encoding.UTF8.GetBytes(Value),
                SigningKey.LeastBytes,
                info: "preview links"u8.ToArray()
            )
        );

    private static string ReadOrCreate(string file)
    {
        try
        {
            return KeptOrNew(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"No function key is set, and none can be kept in {file}. {Remedy}", failure);
        }
    }

    private static string KeptOrNew(string file)
    {
        Repository.ShutStateFolder();
        if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } kept)
        {
            return kept;
        }

        var draft = $"{file}.{Guid.NewGuid():n}";
        using (var written = new StreamWriter(PrivateFile.Create(draft)))
        {
            written.WriteLine(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        }

        return Publish(draft, file);
    }

    /// <summary>Where two processes start at once, the key of the first one counts.</summary>
    private static string Publish(string draft, string file)
    {
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }

        return File.ReadAllText(file).Trim();
    }
}
