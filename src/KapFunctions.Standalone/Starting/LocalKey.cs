using System.Security.Cryptography;
using System.Text;
using KapFunctions.Settings;
using KapFunctions.Standalone.Machine;
using KapFunctions.Standalone.Triggers;
using KapFunctions.Storage.TemporaryFiles;

namespace KapFunctions.Standalone.Starting;

/// <summary>The owner's key on this machine.</summary>
/// <param name="Value">Null where it is configured, or to be made with the master key.</param>
/// <param name="Place">For a person to find.</param>
internal sealed record LocalKey(string? Value, string Place)
{
    private const string Random = "a random one (openssl rand -hex 16)";
    private const string Remedy = $"Set FunctionKeys__Master to {Random}.";

    /// <summary>The one in the state folder, which is made when it is first needed, unless a key is configured.</summary>
    /// <exception cref="StartupException">A key is weak, or none is set and none can be kept.</exception>
    public static LocalKey Find(IConfiguration configuration)
    {
        if (FunctionKeys.Weak(configuration).Select(SettingsReader.NameOf).ToList() is [_, ..] weak)
        {
            throw new StartupException(
                $"{string.Join(" and ", weak)}: a key this short can be guessed. Set it to {Random}."
            );
        }

        if (!string.IsNullOrEmpty(configuration[EditorKeyOptions.OwnerKeySetting]))
        {
            return new(null, $"the setting {SettingsReader.NameOf(EditorKeyOptions.OwnerKeySetting)}");
        }

        if (!string.IsNullOrEmpty(configuration[FunctionKeys.MasterKeySetting]))
        {
            var master = SettingsReader.NameOf(FunctionKeys.MasterKeySetting);
            return new(null, $"yours, or an owner's: kap keys owner NAME makes one with the setting {master}");
        }

        if (Repository.Root is null)
        {
            // As in a container, of which there may be several: each would make a key of its own.
            throw new StartupException($"No master key is set. {Remedy}");
        }

        var file = Path.Combine(Repository.StateFolder, "function-key");
        return new(ReadOrCreate(file), Path.GetRelativePath(Environment.CurrentDirectory, file));
    }

    /// <summary>Made from this key, so that a machine keeps one secret and not two.</summary>
    public static string ForPreviews(string key) =>
        "local:"
        + Convert.ToBase64String(
            HKDF.DeriveKey(
                HashAlgorithmName.SHA256,
                Encoding.UTF8.GetBytes(key),
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
            throw new StartupException($"No key is set, and none can be kept in {file}. {Remedy}", failure);
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
