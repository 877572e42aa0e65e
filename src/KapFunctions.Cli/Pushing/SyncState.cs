using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using KapFunctions.Cli.Folders;
using KapFunctions.Storage.TemporaryFiles;

namespace KapFunctions.Cli.Pushing;

/// <summary><paramref name="ETag"/> is quoted; <paramref name="Hash"/> is the MD5 of the bytes, in base64.</summary>
internal sealed record SyncedFile(string ETag, string Hash);

/// <summary>What a folder and an account last had in common, in <c>.kap/</c>. It tells a change made here from one made online;
/// without it (in a fresh clone) only the marks that pushes leave in storage tell.</summary>
internal sealed class SyncState
{
    private readonly string file;
    private readonly Dictionary<string, SyncedFile> files;

    private SyncState(string file, Dictionary<string, SyncedFile> files)
    {
        this.file = file;
        this.files = files;
    }

    /// <summary>A file that cannot be read is as good as none.</summary>
    public static SyncState Read(string folder, Uri account)
    {
        var name = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(account.GetLeftPart(UriPartial.Path)))
        );
        var file = Path.Combine(folder, ".kap", $"{name[..16]}.json");
        return new(file, ReadFiles(file));
    }

    public SyncedFile? Find(string path) => files.GetValueOrDefault(path);

    public void Put(string path, string etag, byte[] hash) => files[path] = new(etag, Convert.ToBase64String(hash));

    public void Remove(string path) => files.Remove(path);

    public void Save()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var ignore = Path.Combine(Path.GetDirectoryName(file)!, ".gitignore");
        if (!File.Exists(ignore))
        {
            // It speaks of this copy of the folder alone.
            File.WriteAllText(ignore, "*\n");
        }
        var sorted = new SortedDictionary<string, SyncedFile>(files, StringComparer.Ordinal);
        AtomicFile.Write(
            file,
            JsonSerializer.SerializeToUtf8Bytes(sorted, SyncJson.Default.SortedDictionaryStringSyncedFile)
        );
    }

    private static Dictionary<string, SyncedFile> ReadFiles(string file)
    {
        try
        {
            return File.Exists(file)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(file), SyncJson.Default.DictionaryStringSyncedFile) ?? []
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

[JsonSerializable(typeof(Dictionary<string, SyncedFile>))]
[JsonSerializable(typeof(SortedDictionary<string, SyncedFile>))]
internal sealed partial class SyncJson : JsonSerializerContext;
