using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using KapFunctions.Http;

namespace KapFunctions.Editor.Desk;

/// <summary>The desk (<c>src/desk</c>) as bundled into an assembly, named by content and compressed.</summary>
public sealed class DeskFiles
{
    private const string Prefix = "desk/";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, Answer> files;
    private readonly Dictionary<string, string> names;

    public DeskFiles()
        : this(typeof(DeskFiles).Assembly) { }

    /// <summary>Holds nothing where the assembly was built without Node.js.</summary>
    public DeskFiles(Assembly assembly)
    {
        using var manifest = assembly.GetManifestResourceStream(Prefix + "manifest.json");
        names = manifest is null ? [] : JsonSerializer.Deserialize(manifest, DeskJson.Default.DictionaryStringString)!;
        files = names.Values.ToFrozenDictionary(name => name, name => Read(assembly, name));
    }

    public bool Exist => names.Count > 0;

    public string NameOf(string source) => names[source];

    internal Answer? Find(string name) => files.GetValueOrDefault(name);

    private static Answer Read(Assembly assembly, string name)
    {
        using var file = assembly.GetManifestResourceStream(Prefix + name)!;
        using var packed = new MemoryStream();
        file.CopyTo(packed);
        packed.Position = 0;
        using var unpacking = new BrotliStream(packed, CompressionMode.Decompress, leaveOpen: true);
        using var bytes = new MemoryStream();
        unpacking.CopyTo(bytes);
        return new(Types[Path.GetExtension(name)], bytes.ToArray(), packed: packed.ToArray());
    }
}
